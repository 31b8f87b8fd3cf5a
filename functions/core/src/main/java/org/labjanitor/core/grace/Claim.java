package org.labjanitor.core.grace;

import java.time.Duration;
import java.time.Instant;

/**
 * A run's mark on a resource that it is about to remove, so that no other run does.
 *
 * @param runId the run, for people; Lambda gives a repeated event the id of the first
 * @param holder one execution: no two have the same, even of one event
 */
public record Claim(String runId, String holder, Instant at) {
    /** Lambda ends every run after 15 minutes ("Lambda quotas"); the rest is for clocks. */
    public static final Duration LIFE = Duration.ofMinutes(20);

    /** Whether the run that made it may still be at work. */
    public boolean isAlive(Instant now) {
        return now.isBefore(at.plus(LIFE));
    }
}
