package org.labjanitor.simulator.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsRequest;
import software.amazon.awssdk.services.ssm.model.InvalidNextTokenException;
import software.amazon.awssdk.services.ssm.model.Session;
import software.amazon.awssdk.services.ssm.model.SessionFilter;
import software.amazon.awssdk.services.ssm.model.SessionState;
import software.amazon.awssdk.services.ssm.model.SessionStatus;
import software.amazon.awssdk.services.ssm.model.SsmException;

class DescribeSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String MARY = "arn:aws:sts::111122223333:assumed-role/Lab/mary";
    private static final String JOHN = "arn:aws:sts::111122223333:assumed-role/Lab/john";

    @Test
    void aSessionThatHasNotEndedIsActive() {
        try (Bench bench = Bench.withThreeSessions()) {
            Session session = bench.list(asked -> asked.state(SessionState.ACTIVE)).getFirst();

            assertThat(session.sessionId()).isEqualTo("mary-2");
            assertThat(session.status()).isEqualTo(SessionStatus.CONNECTED);
            assertThat(session.startDate()).isEqualTo(NOW.minus(Duration.ofMinutes(30)));
            assertThat(session.endDate()).isNull();
        }
    }

    @Test
    void historyListsTheNewestFirstWithTheirEnds() {
        try (Bench bench = Bench.withThreeSessions()) {
            List<Session> sessions = bench.list(asked -> asked.state(SessionState.HISTORY));

            assertThat(sessions).extracting(Session::sessionId).containsExactly("john-1", "mary-1");
            assertThat(sessions.getFirst().endDate()).isEqualTo(NOW.minus(Duration.ofHours(47)));
            assertThat(sessions.getFirst().status()).isEqualTo(SessionStatus.TERMINATED);
        }
    }

    @Test
    void turningTheClockEndsASession() {
        try (Bench bench = Bench.withThreeSessions()) {
            bench.lab.clock().advance(Duration.ofHours(1));

            assertThat(bench.list(asked -> asked.state(SessionState.ACTIVE))).isEmpty();
            assertThat(bench.list(asked -> asked.state(SessionState.HISTORY))).hasSize(3);
        }
    }

    @Test
    void historyForgetsAfterThirtyDays() {
        try (Bench bench = Bench.withThreeSessions()) {
            bench.lab.clock().advance(Duration.ofDays(26));

            assertThat(bench.list(asked -> asked.state(SessionState.HISTORY)))
                    .extracting(Session::sessionId)
                    .containsExactly("mary-2", "john-1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Target, i-1, mary-1",
        "Target, i-9, ''",
        "Owner, arn:aws:sts::111122223333:assumed-role/Lab/john, john-1",
        "InvokedAfter, 2026-11-18T10:00:00Z, john-1",
        "InvokedBefore, 2026-11-18T10:00:00Z, mary-1",
        "Status, Terminated, 'john-1,mary-1'",
        "Status, Failed, ''",
        "SessionId, mary-1, mary-1"
    })
    void filtersNarrowTheHistory(String key, String value, String ids) {
        try (Bench bench = Bench.withThreeSessions()) {
            List<Session> sessions =
                    bench.list(
                            asked -> asked.state(SessionState.HISTORY).filters(filter(key, value)));

            assertThat(String.join(",", sessions.stream().map(Session::sessionId).toList()))
                    .isEqualTo(ids);
        }
    }

    @Test
    void pagesFollowTheToken() {
        try (Bench bench = new Bench()) {
            for (int i = 0; i < 120; i++) {
                bench.add("s-" + i, "i-1", MARY, Duration.ofHours(i + 2), Duration.ofHours(1));
            }
            DescribeSessionsRequest all =
                    DescribeSessionsRequest.builder().state(SessionState.HISTORY).build();

            assertThat(bench.client.describeSessions(all).sessions()).hasSize(50);
            assertThat(bench.client.describeSessionsPaginator(all).stream()).hasSize(3);
            assertThat(
                            bench.client
                                    .describeSessions(all.toBuilder().maxResults(200).build())
                                    .sessions())
                    .hasSize(120);
        }
    }

    @Test
    void aTokenThatTheLabNeverGaveOutIsRefused() {
        try (Bench bench = new Bench()) {
            assertThatThrownBy(() ->
                            bench.list(
                                    asked -> asked.state(SessionState.HISTORY).nextToken("bogus")))
                    .isInstanceOf(InvalidNextTokenException.class);
        }
    }

    @Test
    void brokenConstraintsAreNamed() {
        refused(asked -> asked.state(SessionState.HISTORY).maxResults(201), "maxResults");
        refused(asked -> asked.maxResults(10), "state");
        refused(
                asked -> asked.state(SessionState.HISTORY).filters(filter("Colour", "red")),
                "Colour");
        refused(
                asked ->
                        asked.state(SessionState.HISTORY)
                                .filters(filter("InvokedAfter", "yesterday")),
                "yesterday");
    }

    private static void refused(
            Consumer<DescribeSessionsRequest.Builder> asked, String partOfMessage) {
        try (Bench bench = new Bench()) {
            assertThatThrownBy(() -> bench.list(asked))
                    .isInstanceOfSatisfying(
                            SsmException.class,
                            e ->
                                    assertThat(e.awsErrorDetails().errorCode())
                                            .isEqualTo("ValidationException"))
                    .hasMessageContaining(partOfMessage);
        }
    }

    private static SessionFilter filter(String key, String value) {
        return SessionFilter.builder().key(key).value(value).build();
    }

    /** A lab, its sessions and an SSM client, for one test. */
    private static final class Bench implements AutoCloseable {
        private final Lab lab = Lab.builder().now(NOW).start();
        private final SsmClient client =
                LabClients.pointed(
                                SsmClient.builder(),
                                lab,
                                "us-east-1",
                                lab.accessKey(Lab.DEFAULT_ACCOUNT))
                        .build();

        static Bench withThreeSessions() {
            Bench bench = new Bench();
            bench.add("mary-1", "i-1", MARY, Duration.ofDays(5), Duration.ofHours(1));
            bench.add("john-1", "i-2", JOHN, Duration.ofDays(2), Duration.ofHours(1));
            bench.add("mary-2", "i-2", MARY, Duration.ofMinutes(30), Duration.ofHours(1));
            return bench;
        }

        void add(String id, String target, String owner, Duration ago, Duration length) {
            Instant start = NOW.minus(ago);
            lab.account(Lab.DEFAULT_ACCOUNT)
                    .region("us-east-1")
                    .sessions()
                    .add(LabSession.of(id, target, owner, start, start.plus(length)));
        }

        List<Session> list(Consumer<DescribeSessionsRequest.Builder> asked) {
            return client.describeSessions(asked).sessions();
        }

        @Override
        public void close() {
            client.close();
            lab.close();
        }
    }
}
