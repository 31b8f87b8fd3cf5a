package org.labjanitor.runtime.grace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.runtime.grace.GraceLab.DAY;
import static org.labjanitor.runtime.grace.GraceLab.HOME;
import static org.labjanitor.runtime.grace.GraceLab.WEST;
import static org.labjanitor.runtime.grace.GraceLab.candidate;
import static org.labjanitor.runtime.grace.GraceLab.idle;
import static org.labjanitor.runtime.grace.GraceLab.keep;
import static org.labjanitor.runtime.grace.GraceLab.stage;
import static org.labjanitor.runtime.grace.GraceLab.unknown;
import static org.labjanitor.runtime.grace.GraceLab.used;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunningTotal;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

final class LedgerGraceTest {
    private static final Candidate BOX = idle("i-1");

    private final GraceLab lab = new GraceLab();

    @AfterEach
    void close() {
        lab.close();
    }

    private Stage warn(Candidate candidate) {
        return stage(lab.run().warn(List.of(candidate), Set.of(HOME)), candidate);
    }

    private static Fault refused(String operation) {
        return Fault.everyCall(FaultKind.ERROR, operation).withCode("AccessDenied", 403);
    }

    @Test
    void aWarningComesFirstAndTheRemovalAfterTheGrace() {
        Instant noticed = lab.now();
        Warning warning = new Warning(noticed, noticed.plus(DAY));
        assertThat(warn(BOX))
                .isEqualTo(
                        new Stage.Waiting(warning, "its grace lasts until 2026-11-21 10:00 UTC"));
        lab.pass(DAY.minusSeconds(1));
        RunGrace early = lab.run();
        assertThat(stage(early.warn(List.of(BOX), Set.of()), BOX))
                .isInstanceOf(Stage.Waiting.class);
        assertThat(early.claim(List.of(BOX))).isEmpty();
        lab.pass(Duration.ofSeconds(1));
        RunGrace due = lab.run();
        assertThat(stage(due.warn(List.of(BOX), Set.of()), BOX)).isEqualTo(new Stage.Due(warning));
        assertThat(due.claim(List.of(BOX))).containsExactly("i-1");
        assertThat(lab.messages()).containsExactly("warning");
    }

    @Test
    void aDeadlineNeverMovesHoweverOftenRunsRepeat() {
        Stage first = warn(BOX);
        for (int hour = 1; hour < 24; hour++) {
            lab.pass(Duration.ofHours(1));
            assertThat(warn(BOX)).isEqualTo(first);
        }
        assertThat(lab.messages()).containsExactly("warning");
    }

    @Test
    void aMessageThatSnsRefusesStartsNoGrace() {
        lab.lab().faults().add(refused("Publish"));
        RunGrace run = lab.run();
        assertThat(stage(run.warn(List.of(BOX), Set.of()), BOX))
                .isInstanceOfSatisfying(
                        Stage.Unwarned.class,
                        unwarned -> assertThat(unwarned.why()).contains("sns:Publish"));
        assertThat(run.correspondence().allAccepted()).isFalse();
        lab.lab().faults().clear();
        lab.pass(DAY);
        assertThat(warn(BOX)).isInstanceOf(Stage.Waiting.class);
        assertThat(lab.ledger()).contains("\"removableSince\":\"2026-11-20T10:00:00Z\"");
    }

    @Test
    void whatStaysAfterAllIsTakenBackAndStartsAfresh() {
        lab.warnAndWait(BOX);
        assertThat(warn(used("i-1"))).isEqualTo(new Stage.Staying());
        assertThat(lab.messages()).containsExactly("warning", "withdrawal");
        assertThat(warn(BOX)).isInstanceOf(Stage.Waiting.class);
        assertThat(lab.messages()).containsExactly("warning", "withdrawal", "warning");
    }

    @Test
    void aWithdrawalThatWasNotDeliveredIsToldByTheNextRun() {
        lab.warnAndWait(BOX);
        lab.lab().faults().add(refused("Publish"));
        RunGrace silent = lab.run();
        silent.warn(List.of(used("i-1")), Set.of());
        assertThat(silent.correspondence().allAccepted()).isFalse();
        RunGrace meanwhile = lab.run();
        assertThat(stage(meanwhile.warn(List.of(BOX), Set.of()), BOX))
                .isInstanceOf(Stage.Unwarned.class);
        assertThat(meanwhile.claim(List.of(BOX))).isEmpty();
        lab.lab().faults().clear();
        warn(used("i-1"));
        warn(used("i-1"));
        assertThat(lab.messages()).containsExactly("warning", "withdrawal");
    }

    @Test
    void whatIsUnknownKeepsItsNotice() {
        lab.warnAndWait(BOX);
        RunGrace run = lab.run();
        Candidate unclear = unknown("i-1");
        assertThat(stage(run.warn(List.of(unclear), Set.of(HOME)), unclear))
                .isInstanceOf(Stage.Waiting.class);
        assertThat(warn(BOX)).isInstanceOf(Stage.Due.class);
        assertThat(lab.messages()).containsExactly("warning");
    }

    @Test
    void whatIsBetweenTwoStatesIsNotTakenBack() {
        lab.warnAndWait(BOX);
        warn(candidate("i-1", HOME, keep(KeepReason.NOT_RUNNING)));
        assertThat(lab.messages()).containsExactly("warning");
    }

    @Test
    void whatIsMissingFromAWholeRegionDeparted() {
        lab.warnAndWait(BOX, idle("i-2"));
        RunGrace partial = lab.run();
        partial.warn(List.of(), Set.of());
        assertThat(partial.correspondence().departed()).isEmpty();
        RunGrace whole = lab.run();
        whole.warn(List.of(idle("i-2")), Set.of(HOME));
        assertThat(whole.correspondence().departed()).containsExactly("i-1");
        assertThat(lab.ledger()).doesNotContain("i-1").contains("i-2");
        assertThat(lab.messages()).containsExactly("warning");
    }

    @Test
    void whatDepartedIsToldThoughTheAnswerToItsWriteWasLost() {
        lab.warnAndWait(BOX);
        RunGrace run = lab.run();
        lab.lab().faults().add(Fault.onCall(1, FaultKind.LOST, "PutObject"));
        run.warn(List.of(), Set.of(HOME));
        assertThat(run.correspondence().departed()).containsExactly("i-1");
        assertThat(run.gaps()).isEmpty();
    }

    @Test
    void theTotalIsThatOfAllRegions() {
        Candidate there = candidate("i-2", WEST, BOX.verdict());
        lab.runIn(HOME, WEST).warn(List.of(BOX, there), Set.of());
        lab.pass(DAY);
        RunGrace run = lab.runIn(HOME, WEST);
        assertThat(run.claim(List.of(BOX, there))).containsExactlyInAnyOrder("i-1", "i-2");
        run.settle(
                List.of(
                        new Ended(BOX, Outcome.REMOVED, ""),
                        new Ended(there, Outcome.REMOVED, "")));
        assertThat(run.correspondence().total())
                .isEqualTo(
                        new RunningTotal(2, new BigDecimal("140.16"), true, lab.now().minus(DAY)));
    }

    @Test
    void whatAppearedAfterTheListingIsNotMissing() {
        RunGrace slow = lab.run();
        lab.pass(Duration.ofSeconds(1));
        warn(BOX);
        slow.warn(List.of(), Set.of(HOME));
        assertThat(slow.correspondence().departed()).isEmpty();
        assertThat(lab.ledger()).contains("i-1");
    }

    @Test
    void anOldNoticeIsRenewedBeforeAnythingGoes() {
        warn(BOX);
        lab.pass(Duration.ofDays(7).plusSeconds(1));
        RunGrace report = lab.report();
        assertThat(stage(report.look(List.of(BOX)), BOX))
                .isInstanceOfSatisfying(
                        Stage.Unwarned.class,
                        unwarned -> assertThat(unwarned.why()).contains("older than 7 days"));
        RunGrace run = lab.run();
        assertThat(stage(run.warn(List.of(BOX), Set.of()), BOX))
                .isInstanceOfSatisfying(
                        Stage.Waiting.class,
                        waiting ->
                                assertThat(waiting.warning())
                                        .isEqualTo(new Warning(lab.now(), lab.now().plus(DAY))));
        assertThat(run.claim(List.of(BOX))).isEmpty();
        assertThat(lab.messages()).containsExactly("warning", "warning");
    }

    @Test
    void aClockThatWasSetBackBringsNoDeadlineNearer() {
        Stage first = warn(BOX);
        lab.setClockBack(Duration.ofDays(3));
        assertThat(warn(BOX)).isEqualTo(first);
        lab.pass(Duration.ofDays(3));
        assertThat(warn(BOX)).isEqualTo(first);
        lab.pass(DAY);
        assertThat(warn(BOX)).isInstanceOf(Stage.Due.class);
    }

    @Test
    void outsideOfWorkingHoursWhatIsDueWaitsAndSaysUntilWhen() {
        lab.removeOnly("Mon-Fri 08:00-18:00 Europe/Berlin");
        lab.warnAndWait(BOX);
        RunGrace saturday = lab.run();
        assertThat(stage(saturday.warn(List.of(BOX, idle("i-2")), Set.of()), BOX))
                .isInstanceOfSatisfying(
                        Stage.Waiting.class,
                        waiting ->
                                assertThat(waiting.why())
                                        .isEqualTo(
                                                "removals happen next from 2026-11-23 08:00 Europe/Berlin"));
        assertThat(saturday.claim(List.of(BOX))).isEmpty();
        assertThat(lab.messages()).containsExactly("warning", "warning");
        lab.clock().set(Instant.parse("2026-11-23T07:00:00Z"));
        assertThat(warn(BOX)).isInstanceOf(Stage.Due.class);
    }

    @Test
    void aReportReadsAndWritesNothing() {
        RunGrace first = lab.report();
        assertThat(stage(first.look(List.of(BOX)), BOX)).isInstanceOf(Stage.Unwarned.class);
        assertThat(first.correspondence().total()).isNull();
        lab.warnAndWait(BOX);
        lab.lab().calls().clear();
        RunGrace report = lab.report();
        assertThat(report.firstSeen(HOME, "i-1")).hasValue(lab.now().minus(DAY));
        assertThat(stage(report.look(List.of(BOX)), BOX)).isInstanceOf(Stage.Due.class);
        assertThat(stage(report.look(List.of(used("i-1"))), BOX)).isEqualTo(new Stage.Staying());
        assertThat(report.correspondence().total()).isNotNull();
        assertThat(lab.lab().calls().mutations()).isEmpty();
        assertThat(lab.lab().calls().total()).isEqualTo(1);
    }

    @Test
    void aLedgerThatCannotBeReadKeepsEverythingInItsRegionAndStaysAsItIs() {
        Candidate there = candidate("i-2", WEST, BOX.verdict());
        lab.runIn(HOME, WEST).warn(List.of(BOX, there), Set.of());
        lab.pass(DAY);
        lab.bucket().write(lab.key(WEST), "broken");
        RunGrace run = lab.runIn(HOME, WEST);
        Candidate fresh = candidate("i-3", WEST, BOX.verdict());
        Map<String, Stage> stages = run.warn(List.of(BOX, there, fresh), Set.of(HOME, WEST));
        assertThat(stage(stages, BOX)).isInstanceOf(Stage.Due.class);
        assertThat(stage(stages, there)).isInstanceOf(Stage.Unwarned.class);
        assertThat(stage(stages, fresh)).isInstanceOf(Stage.Unwarned.class);
        assertThat(run.claim(List.of(BOX, there))).containsExactly("i-1");
        assertThat(run.gaps())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.what()).isEqualTo("ledger of eu-west-1");
                    assertThat(gap.why()).contains("it is no ledger");
                });
        assertThat(lab.bucket().read(lab.key(WEST))).isEqualTo("broken");
        assertThat(lab.messages()).containsExactly("warning");
    }

    @Test
    void aLedgerThatCannotBeReadIsAGapOfAReport() {
        lab.bucket().write(lab.key(HOME), "{\"format\":2}");
        RunGrace report = lab.report();
        assertThat(stage(report.look(List.of(BOX)), BOX)).isInstanceOf(Stage.Unwarned.class);
        assertThat(report.gaps())
                .extracting(NotExamined::what)
                .containsExactly("ledger of " + HOME);
    }

    @Test
    void aConflictAtEveryWriteRemovesNothing() {
        lab.warnAndWait(BOX);
        lab.lab()
                .faults()
                .add(
                        Fault.everyCall(FaultKind.ERROR, "PutObject")
                                .withCode("PreconditionFailed", 412));
        RunGrace run = lab.run();
        Candidate fresh = idle("i-2");
        Map<String, Stage> stages = run.warn(List.of(BOX, fresh), Set.of());
        assertThat(stage(stages, BOX)).isInstanceOf(Stage.Waiting.class);
        assertThat(stage(stages, fresh)).isInstanceOf(Stage.Unwarned.class);
        assertThat(run.claim(List.of(BOX))).isEmpty();
        assertThat(run.gaps()).hasSize(1);
    }

    @Test
    void aConflictAtTheClaimRemovesNothing() {
        lab.warnAndWait(BOX);
        RunGrace run = lab.run();
        assertThat(stage(run.warn(List.of(BOX), Set.of()), BOX)).isInstanceOf(Stage.Due.class);
        lab.lab()
                .faults()
                .add(
                        Fault.everyCall(FaultKind.ERROR, "PutObject")
                                .withCode("ConditionalRequestConflict", 409));
        assertThat(run.claim(List.of(BOX))).isEmpty();
        assertThat(run.gaps()).hasSize(1);
    }

    @Test
    void aDeniedBucketRemovesNothing() {
        lab.warnAndWait(BOX);
        lab.lab().faults().add(refused("GetObject"));
        RunGrace run = lab.run();
        assertThat(stage(run.warn(List.of(BOX), Set.of(HOME)), BOX))
                .isInstanceOf(Stage.Unwarned.class);
        assertThat(run.claim(List.of(BOX))).isEmpty();
        assertThat(run.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.why()).contains("s3:GetObject"));
        assertThat(lab.messages()).containsExactly("warning");
    }

    @Test
    void whenTwoRunsWarnAtOnceTheFirstNoticeHolds() {
        RunGrace first = lab.run();
        RunGrace second = lab.run();
        first.look(List.of(BOX));
        second.look(List.of(BOX));
        Stage noticed = stage(first.warn(List.of(BOX), Set.of()), BOX);
        lab.pass(Duration.ofMinutes(1));
        assertThat(stage(second.warn(List.of(BOX, idle("i-2")), Set.of()), BOX)).isEqualTo(noticed);
        assertThat(lab.ledger()).contains("i-2");
    }

    @Test
    void theLedgerOfBucketsKnowsTheFirstSightOfAll() {
        lab.sweepBuckets();
        RunGrace first = lab.run();
        Candidate young = candidate("lab-a", HOME, keep(KeepReason.NOT_EXPIRED));
        assertThat(first.firstSeen(HOME, "lab-a")).isEmpty();
        first.warn(List.of(young), Set.of(HOME));
        Instant sight = lab.now();
        lab.pass(DAY);
        lab.run().warn(List.of(young), Set.of(HOME));
        assertThat(lab.run().firstSeen(HOME, "lab-a")).hasValue(sight);
        lab.run().warn(List.of(), Set.of(HOME));
        RunGrace last = lab.run();
        assertThat(last.firstSeen(HOME, "lab-a")).isEmpty();
        assertThat(last.correspondence().departed()).isEmpty();
    }

    @Test
    void whatIsNoLabBucketIsNotRemembered() {
        lab.sweepBuckets();
        lab.run()
                .warn(
                        List.of(
                                candidate("lab-a", HOME, keep(KeepReason.NOT_LAB)),
                                candidate("b", HOME, keep(KeepReason.OTHER_NAME))),
                        Set.of(HOME));
        assertThat(lab.hasLedger()).isFalse();
        lab.warnAndWait(BOX);
        warn(candidate("i-1", HOME, keep(KeepReason.NOT_LAB)));
        assertThat(lab.messages()).containsExactly("warning", "withdrawal");
        assertThat(lab.ledger()).doesNotContain("i-1");
    }

    @Test
    void theLedgerOfInstancesKnowsOnlyThoseThatMayGo() {
        warn(used("i-1"));
        assertThat(lab.hasLedger()).isFalse();
        lab.warnAndWait(BOX);
        warn(used("i-1"));
        assertThat(lab.ledger()).doesNotContain("i-1");
    }

    @Test
    void aNoticeIsNotOfANamesakeThatIsYoungerThanItself() {
        lab.sweepBuckets();
        lab.warnAndWait(BOX);
        Candidate again =
                new Candidate(
                        new Resource(
                                "i-1",
                                null,
                                HOME,
                                null,
                                "bucket",
                                null,
                                lab.now().minusSeconds(60)),
                        BOX.verdict(),
                        BOX.cost(),
                        BOX.planned());
        RunGrace run = lab.run();
        assertThat(stage(run.warn(List.of(again), Set.of()), again))
                .isInstanceOf(Stage.Waiting.class);
        assertThat(run.correspondence().departed()).containsExactly("i-1");
        assertThat(lab.messages()).containsExactly("warning", "warning");
    }

    @Test
    void severalRegionsAreOneCorrespondence() {
        Candidate there = candidate("i-2", WEST, BOX.verdict());
        RunGrace run = lab.runIn(HOME, WEST);
        run.warn(List.of(BOX, there), Set.of(HOME, WEST));
        assertThat(lab.messages()).containsExactly("warning");
        assertThat(run.correspondence().sent()).hasSize(1);
        assertThat(lab.bucket().holds(lab.key(WEST))).isTrue();
        Correspondence correspondence = lab.runIn(HOME, WEST).correspondence();
        assertThat(correspondence.total()).isNull();
    }

    @Test
    void fiveThousandCandidatesGoTheWholeWay() {
        List<Candidate> many =
                IntStream.range(0, 5_000)
                        .mapToObj(number -> idle("i-%05d".formatted(number)))
                        .toList();
        lab.run().warn(many, Set.of(HOME));
        lab.pass(DAY);
        lab.lab().calls().clear();
        RunGrace run = lab.run();
        Map<String, Stage> stages = run.warn(many, Set.of(HOME));
        assertThat(stages.values()).allMatch(stage -> stage instanceof Stage.Due);
        assertThat(run.claim(many)).hasSize(5_000);
        assertThat(lab.lab().calls().total()).isEqualTo(2);
    }
}
