package org.labjanitor.core.grace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

/** What must hold whatever runs see, whichever messages fail, and however the clock moves. */
final class GracePropertyTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final GraceRules RULES =
            new GraceRules(Duration.ofHours(24), Duration.ofDays(7), null);

    enum Seen {
        IDLE,
        USED,
        STOPPING,
        UNKNOWN;

        Verdict verdict() {
            Explanation explanation = Explanation.of(name());
            return switch (this) {
                case IDLE -> new Removable(RemovableReason.IDLE, explanation);
                case USED -> new Keep(KeepReason.IN_USE, explanation);
                case STOPPING -> new Keep(KeepReason.NOT_RUNNING, explanation);
                case UNKNOWN -> new Unknown(UnknownReason.MISSING_DATA, explanation);
            };
        }
    }

    /**
     * One run.
     *
     * @param hours since the run before; the clock may have been set back
     * @param accepted whether SNS takes this run's messages
     * @param claims whether it claims what is due
     * @param dies whether it dies over what it has claimed
     */
    record Run(Seen seen, int hours, boolean accepted, boolean claims, boolean dies) {}

    @Provide
    Arbitrary<List<Run>> histories() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Seen.IDLE),
                                Tuple.of(1, Seen.USED),
                                Tuple.of(1, Seen.UNKNOWN),
                                Tuple.of(1, Seen.STOPPING)),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.integers().between(0, 30)),
                                Tuple.of(1, Arbitraries.integers().between(-300, 300))),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Run::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 1000)
    void nothingIsDueWithoutANoticeThatStandsAndAFullGrace(@ForAll("histories") List<Run> history) {
        Story story = new Story();
        history.forEach(story::goOn);
    }

    /** One resource over many runs, and beside its entry what a person would remember. */
    private static final class Story {
        private Instant now = START;
        private Entry entry = Entry.firstSeen(now);
        private @Nullable Instant lastNotice;
        private int runs;

        void goOn(Run run) {
            runs++;
            now = now.plus(Duration.ofHours(run.hours()));
            if (run.seen() == Seen.USED && !entry.isTaken(now)) {
                lastNotice = null;
            }
            entry = entry.judged(run.seen().verdict(), now);
            if (run.accepted()) {
                messagesArrive(run.seen());
            }
            assertDeadlineStands();
            if (entry.readiness(RULES, now) instanceof Readiness.Due) {
                assertGraceIsOver();
                work(run);
            }
        }

        private void messagesArrive(Seen seen) {
            if (seen == Seen.IDLE) {
                // A run that overlaps with another also brings notices that nobody needs.
                boolean counts = entry.needsNotice(RULES, now);
                entry = entry.warned(RULES.notice(now, now.plus(RULES.grace())), RULES, now);
                lastNotice = counts ? now : lastNotice;
            } else if (seen == Seen.USED) {
                entry = entry.withdrawalTold();
            }
        }

        private void assertDeadlineStands() {
            entry.notice()
                    .ifPresent(notice -> {
                        Instant told =
                                requireNonNull(lastNotice, "a notice stands that nobody was sent");
                        assertThat(notice.acceptedAt()).isEqualTo(told);
                        assertThat(notice.deadline()).isEqualTo(told.plus(RULES.grace()));
                    });
        }

        private void assertGraceIsOver() {
            Instant told = requireNonNull(lastNotice, "due, and nobody was told");
            assertThat(now).isBetween(told.plus(RULES.grace()), told.plus(RULES.noticeLimit()));
        }

        private void work(Run run) {
            if (run.claims()) {
                String holder = "run-" + runs;
                Entry claimed = entry.claimed(new Claim(holder, holder, now));
                assertThat(claimed.readiness(RULES, now)).isInstanceOf(Readiness.Taken.class);
                entry = run.dies() ? claimed : claimed.released(holder);
            }
        }
    }
}
