package org.labjanitor.core.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The answer to a {@link MetricQuery}: one value per bucket, or no value where none was published.
 */
public final class MetricSeries {
    private final MetricQuery query;
    private final double[] values;

    private MetricSeries(MetricQuery query, double[] values) {
        this.query = query;
        this.values = values;
    }

    /** A series from one value per bucket, oldest first; {@code NaN} stands for no value. */
    public static MetricSeries of(MetricQuery query, double... values) {
        if (values.length != query.size()) {
            throw new IllegalArgumentException(
                    "expected " + query.size() + " values, but got " + values.length);
        }
        return new MetricSeries(query, values.clone());
    }

    public static Builder builder(MetricQuery query) {
        return new Builder(query);
    }

    public MetricQuery query() {
        return query;
    }

    public int size() {
        return values.length;
    }

    /** Whether bucket {@code index} (0 is the oldest) has a value. */
    public boolean has(int index) {
        return !Double.isNaN(values[index]);
    }

    /** The value of bucket {@code index}; {@code NaN} where none was published. */
    public double value(int index) {
        return values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetricSeries that
                && query.equals(that.query)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * query.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "MetricSeries[" + query + ", " + Arrays.toString(values) + "]";
    }

    /** Collects data points in any order; a bucket that is never put has no value. */
    public static final class Builder {
        private final MetricQuery query;
        private final double[] values;

        private Builder(MetricQuery query) {
            this.query = query;
            this.values = new double[query.size()];
            Arrays.fill(values, Double.NaN);
        }

        /** Puts a data point; one outside the query's range is left out. */
        public Builder put(Instant timestamp, double value) {
            Duration offset = Duration.between(query.from(), timestamp);
            long index = Math.floorDiv(offset.toMillis(), query.period().toMillis());
            if (index >= 0 && index < values.length) {
                values[(int) index] = value;
            }
            return this;
        }

        public MetricSeries build() {
            return new MetricSeries(query, values.clone());
        }
    }
}
