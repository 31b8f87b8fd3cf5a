package org.labjanitor.runtime.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The CPU load of an instance, coarse enough to be drawn small.
 *
 * @param start when the first point begins
 * @param step length of a point
 * @param percents the highest 5-minute mean in each point; NaN where there is no data
 * @param threshold below it the policy calls the CPU quiet, in percent
 * @param quietSince when the quiet stretch that lasts until now began; null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by content below.
public record CpuHistory(
        Instant start,
        Duration step,
        float[] percents,
        double threshold,
        @Nullable Instant quietSince) {
    public CpuHistory {
        percents = percents.clone();
    }

    @Override
    public float[] percents() {
        return percents.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CpuHistory that
                && start.equals(that.start)
                && step.equals(that.step)
                && Arrays.equals(percents, that.percents)
                && Double.compare(threshold, that.threshold) == 0
                && Objects.equals(quietSince, that.quietSince);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(percents) * 31 + start.hashCode();
    }
}
