package org.labjanitor.runtime.grace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.labjanitor.core.grace.Claim;
import org.labjanitor.core.grace.GraceRules;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.settings.GraceSettings;

/**
 * What every part of a run's grace has to know.
 *
 * @param holder names this execution; the run's id does not, as Lambda gives a repeated event the
 *     id of the first
 * @param startedAt before the run listed anything
 */
record GraceRun(
        RunContext context,
        String holder,
        Instant startedAt,
        GraceRules rules,
        InstantSource clock) {
    /** The sweep whose resources live from their first sight on. */
    private static final String BUCKETS = "buckets";

    static GraceRun begin(RunContext context, GraceSettings settings, InstantSource clock) {
        return new GraceRun(
                context,
                UUID.randomUUID().toString(),
                clock.instant(),
                new GraceRules(settings.grace(), settings.noticeLimit(), settings.hours()),
                clock);
    }

    Instant now() {
        return clock.instant();
    }

    Duration grace() {
        return rules.grace();
    }

    Claim claim() {
        return new Claim(context.runId(), holder, now());
    }

    /**
     * Whether the ledger keeps the first sight of a candidate that may stay. A bucket's lifetime
     * counts from it, once it is a lab bucket; an instance tells itself since when it is there, and
     * there are many of them.
     */
    boolean remembers(Candidate candidate) {
        return context.sweep().equals(BUCKETS) && !isOutOfScope(candidate);
    }

    private static boolean isOutOfScope(Candidate candidate) {
        return candidate.verdict() instanceof Keep(KeepReason reason, var _)
                && (reason == KeepReason.NOT_LAB || reason == KeepReason.OTHER_NAME);
    }
}
