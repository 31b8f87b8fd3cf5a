package org.labjanitor.simulator.cloudtrail;

import java.time.Instant;
import java.time.InstantSource;

/** A bucket of tokens that refills at a steady rate, by a clock of the caller's choice. */
final class RateLimit {
    private final double perSecond;
    private final InstantSource clock;
    private double tokens;
    private Instant filledAt;

    RateLimit(double perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.tokens = perSecond;
        this.filledAt = clock.instant();
    }

    synchronized boolean admits() {
        Instant now = clock.instant();
        double seconds = (now.toEpochMilli() - filledAt.toEpochMilli()) / 1000d;
        tokens = Math.min(perSecond, tokens + seconds * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
