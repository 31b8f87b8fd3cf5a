package org.labjanitor.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The lab's only clock. It stands still until its owner turns it, and it never goes back: what has
 * happened in the lab stays in the past. Safe for use by many threads.
 */
public final class LabClock implements InstantSource {
    private Instant now;

    public LabClock(Instant start) {
        this.now = start;
    }

    public synchronized Instant now() {
        return now;
    }

    @Override
    public Instant instant() {
        return now();
    }

    /** Turns the clock forward and answers the new time. */
    public synchronized Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the lab clock only goes forward, not by " + by);
        }
        now = now.plus(by);
        return now;
    }

    /** Turns the clock to a time that is not before the present one. */
    public synchronized Instant set(Instant to) {
        if (to.isBefore(now)) {
            throw new IllegalArgumentException(
                    "the lab clock only goes forward: it is " + now + ", asked for " + to);
        }
        now = to;
        return now;
    }
}
