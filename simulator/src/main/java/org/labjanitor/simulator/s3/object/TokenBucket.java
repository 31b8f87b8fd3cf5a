package org.labjanitor.simulator.s3.object;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tokens that come back with time, up to a number. Safe for use by many threads. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final @Nullable InstantSource clock;
    private double tokens;
    private @Nullable Instant filled;

    /**
     * A full bucket.
     *
     * @param clock what it refills by; null for the lab's clock
     */
    TokenBucket(double perSecond, double burst, @Nullable InstantSource clock) {
        if (perSecond < 0 || burst < 0) {
            throw new IllegalArgumentException(
                    "a rate and a burst are 0 or more, not " + perSecond + " and " + burst);
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
    }

    /** Takes all of the tokens asked for, or none. */
    synchronized boolean tryTake(int count, Instant labTime) {
        refill(clock == null ? labTime : clock.instant());
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }

    private void refill(Instant now) {
        if (filled != null && now.isAfter(filled)) {
            double seconds = Duration.between(filled, now).toNanos() / NANOS;
            tokens = Math.min(burst, tokens + seconds * perSecond);
        }
        if (filled == null || now.isAfter(filled)) {
            filled = now;
        }
    }
}
