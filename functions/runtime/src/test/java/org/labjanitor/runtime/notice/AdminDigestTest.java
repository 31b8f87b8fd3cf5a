package org.labjanitor.runtime.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.runtime.notice.Candidates.IN_USE;
import static org.labjanitor.runtime.notice.Candidates.idle;
import static org.labjanitor.runtime.notice.Candidates.instance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.result.RunningTotal;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.SentNotice.Kind;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.sns.LabMessage;

class AdminDigestTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final NoticeBench bench = new NoticeBench();
    private final AdminDigest digest =
            new AdminDigest(bench.clients, bench.settings, bench.lab.clock());

    @AfterEach
    void close() {
        bench.close();
    }

    private static ResultItem item(Candidate candidate, @Nullable Outcome outcome, String detail) {
        return new ResultItem(
                candidate.resource(),
                candidate.verdict(),
                candidate.planned(),
                outcome,
                detail,
                candidate.cost(),
                List.of());
    }

    private static RunResult result(
            List<ResultItem> items, List<NotExamined> gaps, Correspondence correspondence) {
        return new RunResult(
                "instances",
                "run-1",
                Mode.CLEAN,
                Candidates.ACCOUNT,
                NOW,
                NOW.plus(Duration.ofSeconds(3)),
                Map.of(),
                List.of("eu-west-1", "us-east-1"),
                items,
                gaps,
                null,
                false,
                Map.of(),
                correspondence);
    }

    private static RunResult eventful() {
        Warning warning = new Warning(NOW, NOW.plus(Duration.ofDays(1)));
        return result(
                List.of(
                        item(idle("mary", 1), Outcome.REMOVED, ""),
                        item(idle("john", 2), Outcome.REFUSED, "a policy denies it"),
                        item(idle("mary", 3), null, "").with(warning),
                        item(instance("mary", "web", 4, IN_USE), null, "")),
                List.of(new NotExamined("af-south-1", "the Region is not enabled")),
                new Correspondence(
                        List.of(
                                new SentNotice(Kind.WARNING, "mary", 1, true, ""),
                                new SentNotice(Kind.OUTCOME, "john", 1, false, "throttled")),
                        List.of(),
                        new RunningTotal(
                                12,
                                new BigDecimal("812.30"),
                                true,
                                NOW.minus(Duration.ofDays(30)))));
    }

    @Test
    void aRunInWhichMuchHappenedReadsLikeThis() {
        RunResult told = digest.accept(eventful());

        LabMessage message = bench.topic.messages().getFirst();
        assertThat(message.text("owner")).isEqualTo("the-admin");
        assertThat(message.text("kind")).isEqualTo("digest");
        assertThat(message.subject())
                .isEqualTo(
                        "Lab instances in 111122223333: 1 removed, 1 refused, 1 warned, 2 may go, 1 not examined, 1 not told");
        assertThat(message.body())
                .isEqualTo(
                        """
                        For the-admin

                        Lab instances in AWS account 111122223333, mode clean, 2026-11-20 10:00 UTC (took 3 s): partial.

                        Examined: 4 instances in eu-west-1, us-east-1
                        May go: 3, $210.24 a month
                        Warned now: 1
                        Waiting since their warning: 1
                        Removed: 1
                        Refused: 1
                        Not examined: 1
                        Saved by this run: $70.08 a month
                        Saved since 2026-10-21: 12 instances, $812.30 a month

                        ## Failed: 1

                        * box-2
                          i-00000000000000002
                          m5.large, us-east-1
                          $70.08 a month, since 2026-11-01
                          Owner: john
                          Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is 28 h.
                          Outcome: a policy denies it

                        ## May go, the dearest first: 1

                        * box-3
                          i-00000000000000003
                          m5.large, us-east-1
                          $70.08 a month, since 2026-11-01
                          Owner: mary
                          Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is 28 h.

                        ## Not examined, so not known: 1
                        * af-south-1: the Region is not enabled

                        ## Messages that SNS did not accept: 1
                        * outcome to john: throttled

                        Lab Janitor, instances, run run-1
                        """);
        assertThat(told.correspondence().sent())
                .hasSize(3)
                .contains(new SentNotice(Kind.DIGEST, "the-admin", 2, true, ""));
    }

    @Test
    void aRunThatFoundEverythingInOrderSaysNothing() {
        RunResult quiet =
                result(
                        List.of(item(instance("mary", "web", 4, IN_USE), null, "")),
                        List.of(),
                        Correspondence.none());

        assertThat(digest.accept(quiet)).isSameAs(quiet);
        assertThat(bench.lab.calls().total()).isZero();
    }

    @Test
    void aRegionThatWasNotExaminedIsSomethingToSay() {
        digest.accept(
                result(
                        List.of(),
                        List.of(new NotExamined("us-east-1", "denied")),
                        Correspondence.none()));
        assertThat(bench.topic.messages()).hasSize(1);
    }

    @Test
    void withoutATopicNothingIsSaid() {
        RunResult result = eventful();
        AdminDigest without =
                new AdminDigest(bench.clients, Settings.defaults(), bench.lab.clock());
        assertThat(without.accept(result)).isSameAs(result);
    }

    @Test
    void aDigestThatIsNotAcceptedIsToldInTheResult() {
        bench.lab
                .faults()
                .add(Fault.everyCall(FaultKind.ERROR, "Publish").withCode("NotFound", 404));
        RunResult told =
                digest.accept(
                        result(
                                List.of(item(idle("mary", 1), Outcome.REMOVED, "")),
                                List.of(),
                                Correspondence.none()));

        assertThat(told.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(told.correspondence().sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.detail()).contains("NotFound"));
    }

    @Test
    void ofManyOnlyTheDearestAreListed() {
        List<ResultItem> items =
                IntStream.range(0, 500)
                        .mapToObj(number -> item(idle("mary", number), null, ""))
                        .toList();
        digest.accept(result(items, List.of(), Correspondence.none()));

        assertThat(bench.topic.messages())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.subject())
                            .isEqualTo(
                                    "Lab instances in 111122223333: 500 may go, $35,040.00 a month");
                    assertThat(message.body()).contains("May go: 500, $35,040.00 a month");
                    assertThat(message.body()).contains("And 490 more, in the report.");
                    assertThat(message.body().lines().filter(line -> line.startsWith("* ")))
                            .hasSize(10);
                });
    }

    @Test
    void aReportTellsTheAdminAndNoOwner() {
        RunResult report =
                new RunResult(
                        "instances",
                        "run-1",
                        Mode.REPORT,
                        Candidates.ACCOUNT,
                        NOW,
                        NOW,
                        Map.of(),
                        List.of("us-east-1"),
                        List.of(
                                new ResultItem(
                                        idle("mary", 1).resource(),
                                        idle("mary", 1).verdict(),
                                        Action.WOULD_TERMINATE,
                                        null,
                                        "",
                                        idle("mary", 1).cost(),
                                        List.of())),
                        List.of(),
                        null,
                        false,
                        Map.of(),
                        Correspondence.none());
        digest.accept(report);
        assertThat(bench.topic.messages())
                .extracting(message -> message.text("owner"))
                .containsExactly("the-admin");
    }
}
