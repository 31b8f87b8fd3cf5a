package org.labjanitor.core.grace;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.hours.WorkingHours;

/**
 * How long everybody waits.
 *
 * @param grace time between an accepted notice and the earliest removal
 * @param noticeLimit how long a notice holds; longer than the grace
 * @param hours when removals may happen; null: at any time
 */
public record GraceRules(Duration grace, Duration noticeLimit, @Nullable WorkingHours hours) {
    public GraceRules {
        if (grace.isNegative() || noticeLimit.compareTo(grace) <= 0) {
            throw new IllegalArgumentException(
                    "a notice must hold longer than the grace, but %s is not longer than %s"
                            .formatted(noticeLimit, grace));
        }
    }

    /**
     * The notice that was accepted just now. What its message promised holds even where the clock
     * was set back since.
     *
     * @param promised the earliest removal that the message names
     */
    public Notice notice(Instant acceptedAt, Instant promised) {
        Instant full = acceptedAt.plus(grace);
        return new Notice(acceptedAt, full.isAfter(promised) ? full : promised);
    }

    /** Whether the notice is so old that its owner may have forgotten it. */
    public boolean isStale(Notice notice, Instant now) {
        return now.isAfter(notice.acceptedAt().plus(noticeLimit));
    }

    /** What a resource waits for whose notice stands. */
    Readiness readiness(Notice notice, Instant now) {
        if (isStale(notice, now)) {
            return new Readiness.Stale(notice);
        }
        if (now.isBefore(notice.deadline())) {
            return new Readiness.InGrace(notice);
        }
        if (hours != null && !hours.isOpen(now)) {
            return new Readiness.OutsideHours(notice, hours.nextOpening(now));
        }
        return new Readiness.Due(notice);
    }
}
