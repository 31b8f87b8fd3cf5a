package org.labjanitor.simulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.simulator.sns.SnsBench.attribute;
import static org.labjanitor.simulator.sns.SnsBench.refusal;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.Subscription;

class SubscriptionTest {
    private final SnsBench bench = new SnsBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private boolean lets(String policy, String owner) {
        LabSubscription subscription = bench.topic.subscribe("someone@example.org", policy);
        bench.publish(Map.of("owner", owner));
        return !subscription.inbox().isEmpty();
    }

    @Test
    void everyOwnerGetsWhatIsTheirs() {
        LabSubscription mary = bench.topic.subscribe("mary@example.org", "{\"owner\": [\"mary\"]}");
        LabSubscription all = bench.topic.subscribe("admin@example.org", "{}");
        bench.publish(Map.of("owner", "mary"));
        bench.publish(Map.of("owner", "Mary"));
        bench.publish(Map.of("kind", "digest"));

        assertThat(mary.inbox())
                .singleElement()
                .satisfies(message -> assertThat(message.text("owner")).isEqualTo("mary"));
        assertThat(all.inbox()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[{\"prefix\": \"team-\"}]            | team-red | true",
                "[{\"prefix\": \"team-\"}]            | red-team | false",
                "[{\"suffix\": \"-team\"}]            | red-team | true",
                "[{\"equals-ignore-case\": \"Mary\"}] | MARY     | true",
                "[{\"anything-but\": [\"mary\"]}]     | john     | true",
                "[{\"anything-but\": [\"mary\"]}]     | mary     | false",
                "[{\"anything-but\": {\"prefix\": \"team-\"}}] | team-red | false",
                "[\"john\", {\"prefix\": \"team-\"}]  | john     | true",
                "[{\"exists\": true}]                 | mary     | true",
                "[{\"exists\": false}]                | mary     | false",
                "[\"say \\\\\\\"hi\\\\\\\"\"]          | say \"hi\" | true",
                "[\"say \\\"hi\\\"\"]                 | say \"hi\" | false"
            })
    void conditionsMatchAsTheGuideSays(String conditions, String owner, boolean matches) {
        assertThat(lets("{\"owner\": " + conditions + "}", owner)).isEqualTo(matches);
    }

    @Test
    void allKeysHaveToMatchAndArraysMatchByTheirElements() {
        LabSubscription both =
                bench.topic.subscribe(
                        "mary@example.org",
                        "{\"owner\": [\"mary\"], \"kind\": [\"warning\", \"outcome\"]}");
        bench.publish(Map.of("owner", "mary", "kind", "digest"));
        bench.publish(Map.of("owner", "mary"));
        bench.publish(request ->
                request.messageAttributes(
                        Map.of(
                                "owner", attribute("String.Array", "[\"john\", \"mary\"]"),
                                "kind", attribute("String", "warning"))));

        assertThat(both.inbox()).hasSize(1);
    }

    @Test
    void aMailAddressReceivesNothingBeforeItsOwnerConfirms() {
        String answer =
                bench.sns
                        .subscribe(r ->
                                r.topicArn(bench.topic.arn())
                                        .protocol("email")
                                        .endpoint("mary@example.org"))
                        .subscriptionArn();
        bench.publish(Map.of("owner", "mary"));
        LabSubscription mary = bench.topic.subscriptions().getFirst();
        assertThat(answer).isEqualTo("pending confirmation");
        assertThat(mary.inbox()).isEmpty();

        mary.confirm();
        bench.publish(Map.of("owner", "mary"));
        assertThat(mary.inbox()).hasSize(1);
        assertThat(bench.sns.getTopicAttributes(r -> r.topicArn(bench.topic.arn())).attributes())
                .containsEntry("SubscriptionsConfirmed", "1")
                .containsEntry("SubscriptionsPending", "0");
    }

    @Test
    void subscriptionsAreListedAHundredAtATime() {
        IntStream.range(0, 101)
                .forEach(i -> bench.topic.subscribe("owner-" + i + "@example.org", "{}"));
        assertThat(
                        bench
                                .sns
                                .listSubscriptionsByTopicPaginator(
                                        r -> r.topicArn(bench.topic.arn()))
                                .subscriptions()
                                .stream()
                                .map(Subscription::endpoint)
                                .distinct())
                .hasSize(101);
        assertThat(bench.lab.calls().count("ListSubscriptionsByTopic")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[\"mary\"]                    | failed to parse JSON.",
                "{\"owner\": \"mary\"}         | \"owner\" must be an object or an array",
                "{\"owner\": []}               | Empty arrays are not allowed",
                "{\"owner\": [{\"like\": \"m\"}]} | Unrecognized match type like"
            })
    void aPolicyThatIsNoneIsRefused(String policy, String why) {
        assertThat(
                        refusal(() ->
                                bench.sns.subscribe(r ->
                                        r.topicArn(bench.topic.arn())
                                                .protocol("email")
                                                .endpoint("mary@example.org")
                                                .attributes(Map.of("FilterPolicy", policy)))))
                .isEqualTo(
                        "InvalidParameter 400: Invalid parameter: Attributes Reason: FilterPolicy: "
                                + why);
    }

    @Test
    void aPolicyHasAtMost150Combinations() {
        String names =
                IntStream.range(0, 151)
                        .mapToObj(i -> "\"owner-" + i + "\"")
                        .collect(Collectors.joining(","));
        assertThat(
                        refusal(() ->
                                bench.sns.subscribe(r ->
                                        r.topicArn(bench.topic.arn())
                                                .protocol("email")
                                                .endpoint("mary@example.org")
                                                .attributes(
                                                        Map.of(
                                                                "FilterPolicy",
                                                                "{\"owner\": [" + names + "]}")))))
                .endsWith("Filter policy is too complex");
    }

    @Test
    void deletingATopicTwiceIsNoError() {
        bench.sns.deleteTopic(r -> r.topicArn(bench.topic.arn()));
        bench.sns.deleteTopic(r -> r.topicArn(bench.topic.arn()));
        assertThat(refusal(() -> bench.sns.getTopicAttributes(r -> r.topicArn(bench.topic.arn()))))
                .startsWith("NotFound 404");
    }

    @Test
    void creatingATopicTwiceGivesTheSameTopic() {
        assertThat(bench.sns.createTopic(r -> r.name("janitor")).topicArn())
                .isEqualTo(bench.topic.arn());
        assertThat(refusal(() -> bench.sns.createTopic(r -> r.name("no spaces"))))
                .isEqualTo("InvalidParameter 400: Invalid parameter: Topic Name");
    }
}
