package org.labjanitor.simulator.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.InvalidLookupAttributesException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidMaxResultsException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidTimeRangeException;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.Resource;

class LookupEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void aPushedKeyNamesInstanceAndUserInItsRecord() throws JsonProcessingException {
        try (Bench bench = new Bench()) {
            bench.add(
                    TrailEvent.sshKeySent(ago(Duration.ofHours(3)), "mary", "i-0abc", "ec2-user"));

            Event event =
                    bench.lookUp(asked -> asked.lookupAttributes(named("SendSSHPublicKey")))
                            .getFirst();

            assertThat(event.username()).isEqualTo("mary");
            assertThat(event.eventTime()).isEqualTo(ago(Duration.ofHours(3)));
            assertThat(event.eventSource()).isEqualTo("ec2-instance-connect.amazonaws.com");
            JsonNode record = new ObjectMapper().readTree(event.cloudTrailEvent());
            assertThat(record.at("/requestParameters/instanceId").asText()).isEqualTo("i-0abc");
            assertThat(record.at("/requestParameters/instanceOSUser").asText())
                    .isEqualTo("ec2-user");
            assertThat(record.at("/userIdentity/arn").asText())
                    .isEqualTo("arn:aws:iam::111122223333:user/mary");
            assertThat(record.at("/eventID").asText()).isEqualTo(event.eventId());
            assertThat(record.at("/awsRegion").asText()).isEqualTo("us-east-1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EventName, RunInstances, RunInstances",
        "ResourceName, i-0run, RunInstances",
        "ResourceType, AWS::EC2::Instance, RunInstances",
        "Username, john, RunInstances",
        "EventSource, ssm.amazonaws.com, StartSession",
        "ReadOnly, true, ''",
        "AccessKeyId, AKIANOBODY, ''"
    })
    void oneAttributeNarrowsTheLookup(String key, String value, String names) {
        try (Bench bench = Bench.withTwoEvents()) {
            List<Event> found =
                    bench.lookUp(asked -> asked.lookupAttributes(attribute(key, value)));

            assertThat(String.join(",", found.stream().map(Event::eventName).toList()))
                    .isEqualTo(names);
        }
    }

    @Test
    void oneLookupBySourceFindsKeysForSshAndForTheSerialConsole() throws JsonProcessingException {
        try (Bench bench = Bench.withTwoEvents()) {
            bench.add(TrailEvent.serialConsoleKeySent(ago(Duration.ofHours(2)), "mary", "i-0abc"));
            bench.add(
                    TrailEvent.sshKeySent(ago(Duration.ofHours(1)), "mary", "i-0abc", "ec2-user"));

            List<Event> found =
                    bench.lookUp(asked ->
                            asked.lookupAttributes(
                                    attribute(
                                            "EventSource", "ec2-instance-connect.amazonaws.com")));

            assertThat(found)
                    .extracting(Event::eventName)
                    .containsExactly("SendSSHPublicKey", "SendSerialConsoleSSHPublicKey");
            JsonNode record = new ObjectMapper().readTree(found.getLast().cloudTrailEvent());
            assertThat(record.at("/requestParameters/instanceId").asText()).isEqualTo("i-0abc");
            assertThat(record.at("/requestParameters/serialPort").asInt(-1)).isZero();
        }
    }

    @Test
    void withoutAttributesEverythingComesNewestFirst() {
        try (Bench bench = Bench.withTwoEvents()) {
            List<Event> found = bench.lookUp(asked -> {});

            assertThat(found)
                    .extracting(Event::eventName)
                    .containsExactly("StartSession", "RunInstances");
            assertThat(found.getLast().resources())
                    .extracting(Resource::resourceName)
                    .containsExactly("i-0run");
        }
    }

    @Test
    void twoAttributesAreRefused() {
        try (Bench bench = Bench.withTwoEvents()) {
            assertThatThrownBy(() ->
                            bench.lookUp(asked ->
                                    asked.lookupAttributes(
                                            named("StartSession"), attribute("Username", "mary"))))
                    .isInstanceOf(InvalidLookupAttributesException.class);
        }
    }

    @Test
    void bothEndsOfTheTimeRangeBelongToIt() {
        try (Bench bench = Bench.withTwoEvents()) {
            Instant run = ago(Duration.ofDays(10));

            assertThat(bench.lookUp(asked -> asked.startTime(run).endTime(run)))
                    .extracting(Event::eventName)
                    .containsExactly("RunInstances");
            assertThatThrownBy(() ->
                            bench.lookUp(
                                    asked -> asked.startTime(run).endTime(run.minusSeconds(1))))
                    .isInstanceOf(InvalidTimeRangeException.class);
        }
    }

    @Test
    void theHistoryForgetsAfterNinetyDays() {
        try (Bench bench = Bench.withTwoEvents()) {
            bench.lab.clock().advance(Duration.ofDays(81));

            assertThat(bench.lookUp(asked -> asked.startTime(ago(Duration.ofDays(20)))))
                    .extracting(Event::eventName)
                    .containsExactly("StartSession");
        }
    }

    @Test
    void fiftyEventsMakeAPage() {
        try (Bench bench = new Bench()) {
            for (int i = 0; i < 120; i++) {
                bench.add(TrailEvent.sessionStarted(ago(Duration.ofMinutes(i)), "mary", "i-1"));
            }
            LookupEventsRequest all = LookupEventsRequest.builder().build();

            assertThat(bench.client.lookupEventsPaginator(all).stream())
                    .extracting(page -> page.events().size())
                    .containsExactly(50, 50, 20);
            assertThatThrownBy(() -> bench.lookUp(asked -> asked.maxResults(51)))
                    .isInstanceOf(InvalidMaxResultsException.class);
        }
    }

    @Test
    void aTokenIsGoodForItsOwnRequestOnly() {
        try (Bench bench = Bench.withTwoEvents()) {
            String token = bench.client.lookupEvents(asked -> asked.maxResults(1)).nextToken();

            assertThatThrownBy(() ->
                            bench.lookUp(asked ->
                                    asked.nextToken(token).lookupAttributes(named("RunInstances"))))
                    .isInstanceOf(InvalidNextTokenException.class);
        }
    }

    @Test
    void theThirdLookupInASecondIsThrottledWhenTheLimitIsOn() {
        try (Bench bench = Bench.withTwoEvents()) {
            bench.events.limitLookups(bench.lab.clock());
            bench.lookUp(asked -> {});
            bench.lookUp(asked -> {});

            assertThatThrownBy(() -> bench.lookUp(asked -> {}))
                    .isInstanceOfSatisfying(
                            CloudTrailException.class,
                            e -> assertThat(e.isThrottlingException()).isTrue());

            bench.lab.clock().advance(Duration.ofSeconds(1));
            assertThat(bench.lookUp(asked -> {})).hasSize(2);
        }
    }

    private static Instant ago(Duration duration) {
        return NOW.minus(duration);
    }

    private static LookupAttribute named(String eventName) {
        return attribute("EventName", eventName);
    }

    private static LookupAttribute attribute(String key, String value) {
        return LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
    }

    /** A lab, its events and a CloudTrail client, for one test. */
    private static final class Bench implements AutoCloseable {
        private final Lab lab = Lab.builder().now(NOW).start();
        private final EventHistory events =
                lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").events();
        private final CloudTrailClient client =
                LabClients.pointed(
                                CloudTrailClient.builder(),
                                lab,
                                "us-east-1",
                                lab.accessKey(Lab.DEFAULT_ACCOUNT))
                        .build();

        static Bench withTwoEvents() {
            Bench bench = new Bench();
            bench.add(
                    TrailEvent.byUser(
                                    ago(Duration.ofDays(10)),
                                    "ec2.amazonaws.com",
                                    "RunInstances",
                                    "john",
                                    Map.of("instanceType", "t3.micro"))
                            .about(new TrailEvent.Touched("AWS::EC2::Instance", "i-0run")));
            bench.add(TrailEvent.sessionStarted(ago(Duration.ofHours(1)), "mary", "i-0run"));
            return bench;
        }

        void add(TrailEvent event) {
            events.add(event);
        }

        List<Event> lookUp(Consumer<LookupEventsRequest.Builder> asked) {
            return client.lookupEvents(asked).events();
        }

        @Override
        public void close() {
            client.close();
            lab.close();
        }
    }
}
