package org.labjanitor.runtime.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long a run may go on. A run stops starting things while there is still time to report. */
public final class TimeBudget {
    private final InstantSource clock;
    private final Instant end;

    private TimeBudget(InstantSource clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** A budget of {@code length} from now. */
    public static TimeBudget of(Duration length, InstantSource clock) {
        return new TimeBudget(clock, clock.instant().plus(length));
    }

    public Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean hasLeft(Duration needed) {
        return left().compareTo(needed) >= 0;
    }
}
