package org.labjanitor.core.grace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.hours.WorkingHours;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

final class EntryTest {
    /** A Friday. */
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);
    private static final GraceRules RULES = new GraceRules(DAY, Duration.ofDays(7), null);
    private static final Verdict IDLE =
            new Removable(RemovableReason.IDLE, Explanation.of("Nobody uses it."));
    private static final Verdict USED =
            new Keep(KeepReason.IN_USE, Explanation.of("Somebody uses it."));
    private static final Verdict IN_BETWEEN =
            new Keep(KeepReason.NOT_RUNNING, Explanation.of("It is stopping."));
    private static final Verdict UNKNOWN =
            new Unknown(UnknownReason.MISSING_DATA, Explanation.of("Data is missing."));

    private static Entry warned() {
        return Entry.firstSeen(NOW).judged(IDLE, NOW).warned(RULES.notice(NOW, NOW), RULES, NOW);
    }

    private static Claim claim(String holder, Instant at) {
        return new Claim("run", holder, at);
    }

    @Test
    void aNoticeStartsTheGraceOnce() {
        Entry warned = warned();
        assertThat(warned.readiness(RULES, NOW.plus(DAY).minusNanos(1)))
                .isInstanceOf(Readiness.InGrace.class);
        assertThat(warned.readiness(RULES, NOW.plus(DAY))).isInstanceOf(Readiness.Due.class);
        Instant later = NOW.plusSeconds(3600);
        assertThat(warned.judged(IDLE, later).warned(RULES.notice(later, later), RULES, later))
                .isEqualTo(warned);
    }

    @Test
    void theDeadlineIsNeverBeforeWhatTheMessagePromised() {
        Instant promised = NOW.plus(DAY);
        Instant setBack = NOW.minusSeconds(7200);
        assertThat(RULES.notice(setBack, promised).deadline()).isEqualTo(promised);
        assertThat(RULES.notice(NOW.plusSeconds(9), promised).deadline())
                .isEqualTo(promised.plusSeconds(9));
    }

    @Test
    void aNoticeFromTheFutureJustWaits() {
        Instant setBack = NOW.minus(Duration.ofDays(30));
        assertThat(warned().readiness(RULES, setBack)).isInstanceOf(Readiness.InGrace.class);
        assertThat(warned().needsNotice(RULES, setBack)).isFalse();
    }

    @Test
    void anOldNoticeHasToBeRenewed() {
        Instant later = NOW.plus(Duration.ofDays(7));
        assertThat(warned().readiness(RULES, later)).isInstanceOf(Readiness.Due.class);
        Instant tooLate = later.plusNanos(1);
        assertThat(warned().readiness(RULES, tooLate)).isInstanceOf(Readiness.Stale.class);
        Entry renewed = warned().warned(RULES.notice(tooLate, tooLate), RULES, tooLate);
        assertThat(renewed.readiness(RULES, tooLate)).isInstanceOf(Readiness.InGrace.class);
        assertThat(renewed.course()).isInstanceOf(Course.Warned.class);
        assertThat(((Course.Warned) renewed.course()).since()).isEqualTo(NOW);
    }

    @Test
    void removalsWaitForWorkingHours() {
        GraceRules inHours =
                new GraceRules(
                        DAY,
                        Duration.ofDays(7),
                        WorkingHours.parse("Mon-Fri 08:00-18:00 Europe/Berlin").orElseThrow());
        Instant saturday = NOW.plus(DAY);
        assertThat(warned().readiness(inHours, saturday))
                .isEqualTo(
                        new Readiness.OutsideHours(
                                RULES.notice(NOW, NOW), Instant.parse("2026-11-23T07:00:00Z")));
        assertThat(warned().readiness(inHours, Instant.parse("2026-11-23T07:00:00Z")))
                .isInstanceOf(Readiness.Due.class);
    }

    @Test
    void aVerdictThatKeepsTakesTheNoticeBackAndAllStartsAfresh() {
        Entry kept = warned().judged(USED, NOW);
        assertThat(kept.readiness(RULES, NOW.plus(DAY))).isInstanceOf(Readiness.NoNotice.class);
        assertThat(kept.course()).isInstanceOf(Course.Withdrawn.class);
        assertThat(kept.judged(IDLE, NOW).course()).isInstanceOf(Course.Withdrawn.class);
        assertThat(kept.judged(IDLE, NOW).needsNotice(RULES, NOW)).isTrue();
        assertThat(kept.withdrawalTold()).isEqualTo(Entry.firstSeen(NOW));
    }

    @Test
    void anUnknownVerdictAndAStateBetweenTwoOthersChangeNothing() {
        assertThat(warned().judged(UNKNOWN, NOW)).isEqualTo(warned());
        assertThat(warned().judged(IN_BETWEEN, NOW)).isEqualTo(warned());
    }

    @Test
    void whatAnotherRunHasClaimedIsLeftAloneWhileThatRunMayLive() {
        Entry claimed = warned().claimed(claim("other", NOW));
        Instant alive = NOW.plus(Claim.LIFE).minusNanos(1);
        assertThat(claimed.judged(USED, alive)).isEqualTo(claimed);
        assertThat(claimed.readiness(RULES, alive)).isInstanceOf(Readiness.Taken.class);
        assertThat(claimed.isLeftBehind(alive)).isFalse();
        Instant dead = NOW.plus(Claim.LIFE);
        assertThat(claimed.isLeftBehind(dead)).isTrue();
        assertThat(claimed.judged(USED, dead).course()).isInstanceOf(Course.Withdrawn.class);
        assertThat(claimed.readiness(RULES, NOW.plus(DAY))).isInstanceOf(Readiness.Due.class);
    }

    @Test
    void aClaimLivesLongerThanLambdaLetsARunLive() {
        assertThat(Claim.LIFE).isGreaterThan(Duration.ofMinutes(15));
    }

    @Test
    void aClaimThatIsTakenOverIsNotForgotten() {
        Entry first = warned().claimed(claim("first", NOW));
        assertThat(first.released("first")).isEqualTo(warned());
        Entry second = first.claimed(claim("second", NOW.plus(DAY)));
        assertThat(second.isHeldBy("second")).isTrue();
        assertThat(second.released("first")).isEqualTo(second);
        assertThat(second.released("second").isLeftBehind(NOW.plus(DAY))).isTrue();
    }

    @Test
    void aRemovalWhoseEndNobodySawIsNotForgotten() {
        Entry tried = warned().claimed(claim("run", NOW)).releasedAfterTrying("run");
        assertThat(tried.notice()).isPresent();
        assertThat(tried.isLeftBehind(NOW)).isTrue();
        assertThat(warned().isLeftBehind(NOW)).isFalse();
    }

    @Test
    void aDeadlineBeforeItsNoticeIsRefused() {
        assertThatThrownBy(() -> new Notice(NOW, NOW.minusSeconds(1)))
                .hasMessageContaining("deadline");
        assertThatThrownBy(() -> new GraceRules(DAY, DAY, null)).hasMessageContaining("PT24H");
    }
}
