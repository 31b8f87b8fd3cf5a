package org.labjanitor.instances.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.labjanitor.runtime.time.Pause;

/**
 * Keeps calls within a token bucket, such as EC2 has one for each action, account and Region. A
 * call that finds the bucket empty waits until it has filled up again.
 */
public final class CallRate {
    private static final int LOOKUPS_PER_SECOND = 2;

    private final int burst;
    private final int perSecond;
    private final InstantSource clock;
    private final Pause pause;
    private double tokens;
    private Instant filledAt;

    CallRate(int burst, int perSecond, InstantSource clock, Pause pause) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
        this.pause = pause;
        this.tokens = burst;
        this.filledAt = clock.instant();
    }

    /** What CloudTrail allows an account in a Region for LookupEvents: two calls a second. */
    public static CallRate ofLookups(InstantSource clock, Pause pause) {
        return new CallRate(LOOKUPS_PER_SECOND, LOOKUPS_PER_SECOND, clock, pause);
    }

    /** Comes back when the next call may be made. */
    synchronized void take() throws InterruptedException {
        fill(clock.instant());
        if (tokens < 1) {
            Duration wait = Duration.ofNanos((long) ((1 - tokens) / perSecond * 1e9));
            pause.of(wait);
            fill(filledAt.plus(wait));
        }
        tokens = Math.max(0, tokens - 1);
    }

    private void fill(Instant now) {
        if (now.isAfter(filledAt)) {
            double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
            tokens = Math.min(burst, tokens + seconds * perSecond);
            filledAt = now;
        }
    }
}
