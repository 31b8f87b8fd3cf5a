package org.labjanitor.core.metric;

import java.time.Duration;
import java.time.Instant;

/**
 * One series to ask CloudWatch for: {@code statistic} of {@code metric} in buckets of {@code
 * period}, from {@code from} (inclusive) to {@code to} (exclusive).
 *
 * <p>{@code from} lies on a multiple of the period since the epoch, as CloudWatch's buckets do; the
 * last bucket may be cut short by {@code to}.
 */
public record MetricQuery(
        Metric metric, Statistic statistic, Duration period, Instant from, Instant to) {
    public MetricQuery {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("period must be positive, but is " + period);
        }
        if (from.getNano() != 0 || from.getEpochSecond() % period.toSeconds() != 0) {
            throw new IllegalArgumentException(
                    "from must lie on a multiple of " + period + ", but is " + from);
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " must be before to " + to);
        }
    }

    /** Number of buckets that the query spans, the last one possibly cut short. */
    public int size() {
        long periodMillis = period.toMillis();
        return Math.toIntExact(
                (Duration.between(from, to).toMillis() + periodMillis - 1) / periodMillis);
    }

    /** Start of bucket {@code index}, 0 being the oldest. */
    public Instant bucketStart(int index) {
        return from.plusMillis(period.toMillis() * index);
    }
}
