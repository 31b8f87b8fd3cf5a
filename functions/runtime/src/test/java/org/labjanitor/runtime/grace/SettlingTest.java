package org.labjanitor.runtime.grace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.runtime.grace.GraceLab.DAY;
import static org.labjanitor.runtime.grace.GraceLab.HOME;
import static org.labjanitor.runtime.grace.GraceLab.candidate;
import static org.labjanitor.runtime.grace.GraceLab.idle;
import static org.labjanitor.runtime.grace.GraceLab.keep;
import static org.labjanitor.runtime.grace.GraceLab.stage;
import static org.labjanitor.runtime.grace.GraceLab.unknown;
import static org.labjanitor.runtime.grace.GraceLab.used;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labjanitor.core.grace.Claim;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunningTotal;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

final class SettlingTest {
    private static final Candidate BOX = idle("i-1");

    private final GraceLab lab = new GraceLab();

    @AfterEach
    void close() {
        lab.close();
    }

    /** A run that has claimed the box. */
    private RunGrace claimed() {
        RunGrace run = lab.run();
        run.warn(List.of(BOX), Set.of());
        assertThat(run.claim(List.of(BOX))).containsExactly("i-1");
        return run;
    }

    private RunGrace claimedAfterGrace() {
        lab.warnAndWait(BOX);
        return claimed();
    }

    private static void settle(RunGrace run, Outcome outcome) {
        run.settle(List.of(new Ended(BOX, outcome, "")));
    }

    private RunningTotal total() {
        RunGrace report = lab.report();
        report.look(List.of());
        return requireNonNull(report.correspondence().total());
    }

    private void assertRemoved(int count) {
        assertThat(total().removed()).isEqualTo(count);
        assertThat(total().dollarsPerMonth())
                .isEqualByComparingTo(new BigDecimal("70.08").multiply(BigDecimal.valueOf(count)));
    }

    @ParameterizedTest
    @EnumSource(names = {"REMOVED", "EMPTIED"})
    void whatIsGoneIsCountedOnceAndTold(Outcome outcome) {
        RunGrace run = claimedAfterGrace();
        settle(run, outcome);
        settle(run, outcome);
        assertRemoved(1);
        assertThat(total().listed()).isTrue();
        assertThat(total().since()).isEqualTo(lab.now().minus(DAY));
        assertThat(lab.ledger()).doesNotContain("i-1");
        assertThat(lab.messages()).startsWith("warning", "outcome");
        assertThat(requireNonNull(run.correspondence().total()).removed()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNFINISHED", "REFUSED", "STILL_THERE", "NOT_REACHED"})
    void whatIsNotGoneKeepsItsNoticeAndGoesToTheNextRun(Outcome outcome) {
        RunGrace run = claimedAfterGrace();
        settle(run, outcome);
        assertRemoved(0);
        RunGrace next = claimed();
        settle(next, Outcome.REMOVED);
        assertRemoved(1);
        assertThat(lab.messages().stream().filter("warning"::equals)).hasSize(1);
    }

    @Test
    void whatWasNotReachedIsNoNews() {
        settle(claimedAfterGrace(), Outcome.NOT_REACHED);
        assertThat(lab.messages()).containsExactly("warning");
    }

    @Test
    void whatWasGoneAlreadyIsNotCounted() {
        settle(claimedAfterGrace(), Outcome.GONE_ALREADY);
        assertRemoved(0);
        assertThat(lab.ledger()).doesNotContain("i-1");
    }

    @Test
    void aPriceThatIsNotKnownMakesTheTotalAnEstimate() {
        RunGrace run = claimedAfterGrace();
        Candidate unpriced =
                new Candidate(
                        BOX.resource(), BOX.verdict(), new Unpriced("not listed"), BOX.planned());
        run.settle(List.of(new Ended(unpriced, Outcome.REMOVED, "")));
        assertThat(total().removed()).isEqualTo(1);
        assertThat(total().listed()).isFalse();
    }

    @Test
    void anEndThatWasNotDeliveredIsToldByTheNextRunAndCountedOnce() {
        RunGrace run = claimedAfterGrace();
        lab.lab()
                .faults()
                .add(Fault.everyCall(FaultKind.ERROR, "Publish").withCode("AccessDenied", 403));
        settle(run, Outcome.REMOVED);
        lab.run().warn(List.of(), Set.of(HOME));
        assertThat(run.correspondence().allAccepted()).isFalse();
        assertThat(lab.messages()).containsExactly("warning");
        lab.lab().faults().clear();
        lab.run().warn(List.of(), Set.of());
        lab.run().warn(List.of(), Set.of());
        assertThat(lab.messages()).containsExactly("warning", "outcome");
        assertThat(lab.topic().messages().getLast().body()).contains("box i-1");
        assertRemoved(1);
    }

    @Test
    void whatOneRunHasClaimedNoOtherRunTouches() {
        claimedAfterGrace();
        RunGrace other = lab.run();
        assertThat(stage(other.warn(List.of(BOX), Set.of(HOME)), BOX))
                .isInstanceOfSatisfying(
                        Stage.Waiting.class,
                        waiting ->
                                assertThat(waiting.why())
                                        .startsWith("run run-2 has been removing"));
        assertThat(other.claim(List.of(BOX))).isEmpty();
        other.warn(List.of(used("i-1")), Set.of(HOME));
        other.warn(List.of(), Set.of(HOME));
        assertThat(lab.messages()).containsExactly("warning");
        assertThat(lab.ledger()).contains("i-1");
    }

    @Test
    void twoRunsThatClaimAtOnceDoNotBothGetIt() {
        lab.warnAndWait(BOX);
        RunGrace first = lab.run();
        RunGrace second = lab.run();
        first.warn(List.of(BOX), Set.of());
        second.warn(List.of(BOX), Set.of());
        assertThat(first.claim(List.of(BOX))).containsExactly("i-1");
        assertThat(second.claim(List.of(BOX))).isEmpty();
        settle(second, Outcome.REMOVED);
        assertRemoved(0);
        settle(first, Outcome.REMOVED);
        assertRemoved(1);
    }

    @Test
    void anEventThatComesTwiceIsTwoRuns() {
        lab.warnAndWait(BOX);
        RunGrace first = lab.run("same-event");
        RunGrace second = lab.run("same-event");
        assertThat(first.claim(List.of(BOX))).containsExactly("i-1");
        assertThat(second.claim(List.of(BOX))).isEmpty();
    }

    @Test
    void aDeadRunsClaimIsTakenOver() {
        RunGrace dead = claimedAfterGrace();
        lab.pass(Claim.LIFE);
        RunGrace heir = claimed();
        settle(heir, Outcome.REMOVED);
        settle(dead, Outcome.REMOVED);
        assertRemoved(1);
    }

    @Test
    void whatADeadRunHasRemovedIsItsRemovalFinishedOnce() {
        claimedAfterGrace();
        lab.run().warn(List.of(), Set.of(HOME));
        assertRemoved(0);
        lab.pass(Claim.LIFE);
        RunGrace heir = lab.run();
        heir.warn(List.of(), Set.of(HOME));
        lab.run().warn(List.of(), Set.of(HOME));
        assertRemoved(1);
        assertThat(heir.correspondence().departed()).isEmpty();
        assertThat(lab.messages()).containsExactly("warning", "outcome");
        assertThat(lab.topic().messages().getLast().body())
                .contains("box i-1", "m5.large", "70.08", "Quiet for 30 h");
    }

    @Test
    void whatADeadRunHasRemovedAndTheNextOneFoundGoneIsCounted() {
        claimedAfterGrace();
        lab.pass(Claim.LIFE);
        settle(claimed(), Outcome.GONE_ALREADY);
        assertRemoved(1);
    }

    @Test
    void whatWasStillThereAndIsGoneLaterWasRemoved() {
        settle(claimedAfterGrace(), Outcome.STILL_THERE);
        RunGrace next = lab.run();
        next.warn(List.of(), Set.of(HOME));
        assertThat(next.correspondence().departed()).isEmpty();
        assertRemoved(1);
    }

    @Test
    void anInstanceThatADeadRunHasStoppedIsDone() {
        Candidate toStop =
                new Candidate(BOX.resource(), BOX.verdict(), BOX.cost(), Action.WOULD_STOP);
        Candidate stopped =
                new Candidate(
                        BOX.resource(), keep(KeepReason.STOPPED), BOX.cost(), Action.WOULD_STOP);
        lab.warnAndWait(toStop);
        assertThat(lab.run().claim(List.of(toStop))).hasSize(1);
        lab.pass(Claim.LIFE);
        lab.run().warn(List.of(stopped), Set.of(HOME));
        assertRemoved(1);
        assertThat(lab.messages()).containsExactly("warning", "outcome");
    }

    @Test
    void whatIsSparedIsTakenBack() {
        RunGrace run = claimedAfterGrace();
        run.spare(List.of(used("i-1")));
        assertThat(lab.messages()).containsExactly("warning", "withdrawal");
        assertThat(lab.ledger()).doesNotContain("i-1");
    }

    @Test
    void whatIsSparedBySettlingIsTakenBackToo() {
        RunGrace run = claimedAfterGrace();
        run.settle(List.of(new Ended(used("i-1"), Outcome.NOT_REACHED, "it is in use again")));
        assertThat(lab.messages()).containsExactly("warning", "withdrawal");
        assertThat(lab.ledger()).doesNotContain("i-1");
    }

    @Test
    void whatIsSparedAsUnknownKeepsItsNotice() {
        RunGrace run = claimedAfterGrace();
        run.spare(List.of(unknown("i-1")));
        assertThat(lab.messages()).containsExactly("warning");
        claimed();
    }

    @Test
    void aSparedOneWhoseOwnerCouldNotBeToldIsToldByTheNextRun() {
        RunGrace run = claimedAfterGrace();
        lab.lab()
                .faults()
                .add(Fault.everyCall(FaultKind.ERROR, "Publish").withCode("AccessDenied", 403));
        run.spare(List.of(used("i-1")));
        lab.lab().faults().clear();
        assertThat(lab.run().claim(List.of(BOX))).isEmpty();
        lab.run().warn(List.of(used("i-1")), Set.of());
        assertThat(lab.messages()).containsExactly("warning", "withdrawal");
    }

    // ---- what a person named

    @Test
    void whatAPersonNamedGoesWithoutANoticeAndCounts() {
        RunGrace run = lab.named();
        assertThat(stage(run.warn(List.of(BOX), Set.of(HOME)), BOX))
                .isEqualTo(new Stage.Immediate());
        assertThat(run.claim(List.of(BOX))).containsExactly("i-1");
        settle(run, Outcome.REMOVED);
        assertRemoved(1);
        assertThat(lab.ledger()).doesNotContain("i-1");
        assertThat(lab.messages()).containsExactly("outcome");
    }

    @Test
    void whatAPersonNamedDropsAStandingEntry() {
        lab.warnAndWait(BOX);
        RunGrace run = lab.named();
        assertThat(run.claim(List.of(BOX))).containsExactly("i-1");
        settle(run, Outcome.REMOVED);
        RunGrace next = lab.run();
        next.warn(List.of(), Set.of(HOME));
        assertThat(next.correspondence().departed()).isEmpty();
        assertRemoved(1);
    }

    @Test
    void whatAPersonNamedAndIsRefusedLeavesNothingBehind() {
        RunGrace run = lab.named();
        run.claim(List.of(BOX));
        settle(run, Outcome.REFUSED);
        assertThat(lab.ledger()).doesNotContain("i-1");
    }

    @Test
    void whatAnotherRunIsRemovingAPersonsRunLeavesToIt() {
        claimedAfterGrace();
        assertThat(lab.named().claim(List.of(BOX, idle("i-2")))).containsExactly("i-2");
    }

    @Test
    void aLedgerThatCannotBeUsedDoesNotStopAPerson() {
        lab.bucket().write(lab.key(HOME), "broken");
        RunGrace run = lab.named();
        assertThat(run.claim(List.of(BOX))).containsExactly("i-1");
        settle(run, Outcome.REMOVED);
        assertThat(run.gaps()).hasSize(1);
        assertThat(lab.ledger()).isEqualTo("broken");
    }

    @Test
    void whatAPersonsRunDiedOverIsFinishedByTheNextSweep() {
        lab.named().claim(List.of(BOX));
        lab.run().warn(List.of(), Set.of(HOME));
        assertRemoved(0);
        lab.pass(Claim.LIFE.plus(Duration.ofSeconds(1)));
        lab.run().warn(List.of(), Set.of(HOME));
        assertRemoved(1);
    }

    @Test
    void whatAPersonsRunDiedOverAndIsStillThereIsWarnedOfLikeAnyOther() {
        lab.named().claim(List.of(BOX));
        RunGrace meanwhile = lab.run();
        assertThat(stage(meanwhile.warn(List.of(BOX), Set.of(HOME)), BOX))
                .isInstanceOf(Stage.Unwarned.class);
        lab.pass(Claim.LIFE);
        RunGrace run = lab.run();
        assertThat(stage(run.warn(List.of(BOX), Set.of(HOME)), BOX))
                .isInstanceOf(Stage.Waiting.class);
        assertThat(lab.messages()).containsExactly("warning");
        lab.run().warn(List.of(candidate("i-1", HOME, keep(KeepReason.IN_USE))), Set.of(HOME));
        assertThat(lab.ledger()).doesNotContain("i-1");
    }
}
