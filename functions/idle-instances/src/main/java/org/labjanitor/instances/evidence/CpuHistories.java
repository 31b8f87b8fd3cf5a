package org.labjanitor.instances.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.judge.InstanceEvidence;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.metric.Statistic;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.result.CpuHistory;

/**
 * Draws the CPU's course from what a verdict asked for anyway: no series is asked for on top. Where
 * an hour's 5-minute means are at hand they count, since the judge goes by them; else its maximum;
 * else its mean, which is all that a machine at work is asked for.
 */
final class CpuHistories {
    /** Room for 14 days in steps of 4 hours, and for hours begun at either end. */
    private static final int MOST_POINTS = 90;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SHORTEST_STEP = 4;
    private static final int HOURS_OF_A_DAY = 24;

    private final double threshold;

    CpuHistories(double threshold) {
        this.threshold = threshold;
    }

    /** The history; empty where no CPU series came back. */
    Optional<CpuHistory> of(InstanceEvidence evidence, Verdict verdict) {
        return hours(evidence)
                .map(hours ->
                        history(
                                hours,
                                Math.max(SHORTEST_STEP, Math.ceilDiv(hours.count(), MOST_POINTS)),
                                verdict));
    }

    /** The last 24 hours, hour by hour; empty where no CPU series came back. */
    Optional<CpuHistory> day(InstanceEvidence evidence, Verdict verdict) {
        return hours(evidence).map(hours -> history(hours.last(HOURS_OF_A_DAY), 1, verdict));
    }

    private CpuHistory history(Hours hours, int step, Verdict verdict) {
        return new CpuHistory(
                hours.start,
                HOUR.multipliedBy(step),
                hours.condensed(step),
                threshold,
                quietSince(verdict));
    }

    private static Optional<Hours> hours(InstanceEvidence evidence) {
        List<MetricSeries> series =
                evidence.metrics().stream()
                        .filter(answer -> answer instanceof MetricAnswer.Complete)
                        .map(answer -> ((MetricAnswer.Complete) answer).series())
                        .filter(one -> tellsHeight(one.query()))
                        .toList();
        if (series.isEmpty()) {
            return Optional.empty();
        }
        Hours hours = Hours.spanning(series);
        series.forEach(hours::add);
        return Optional.of(hours);
    }

    private static boolean tellsHeight(MetricQuery query) {
        return query.metric() == Metric.CPU_UTILIZATION
                && (query.statistic() == Statistic.MAXIMUM
                        || query.statistic() == Statistic.AVERAGE);
    }

    private static @Nullable Instant quietSince(Verdict verdict) {
        return verdict.explanation().facts().stream()
                .filter(fact -> fact.name().equals(Fact.QUIET))
                .findFirst()
                .map(Fact::at)
                .orElse(null);
    }

    /** The hours of a history, each with the best that is known of its height. */
    private static final class Hours {
        private final Instant start;
        private final float[] means;
        private final float[] peaks;
        private final float[] fineMeans;

        private Hours(Instant start, float[] means, float[] peaks, float[] fineMeans) {
            this.start = start;
            this.means = means;
            this.peaks = peaks;
            this.fineMeans = fineMeans;
        }

        private static Hours unknown(Instant start, int count) {
            return new Hours(start, unknown(count), unknown(count), unknown(count));
        }

        static Hours spanning(List<MetricSeries> series) {
            Instant start =
                    series.stream()
                            .map(one -> one.query().from())
                            .min(Instant::compareTo)
                            .orElseThrow();
            Instant end =
                    series.stream()
                            .map(one -> one.query().to())
                            .max(Instant::compareTo)
                            .orElseThrow();
            long seconds = Duration.between(start, end).toSeconds();
            return unknown(start, Math.toIntExact(Math.ceilDiv(seconds, HOUR.toSeconds())));
        }

        int count() {
            return means.length;
        }

        /** The newest so many hours; those before the history are unknown. */
        Hours last(int hours) {
            return new Hours(
                    start.plus(HOUR.multipliedBy(count() - hours)),
                    last(means, hours),
                    last(peaks, hours),
                    last(fineMeans, hours));
        }

        private static float[] last(float[] values, int hours) {
            float[] newest = unknown(hours);
            int known = Math.min(hours, values.length);
            System.arraycopy(values, values.length - known, newest, hours - known, known);
            return newest;
        }

        void add(MetricSeries series) {
            MetricQuery query = series.query();
            float[] target = target(query);
            for (int bucket = 0; bucket < series.size(); bucket++) {
                if (series.has(bucket)) {
                    int first = hourOf(query.bucketStart(bucket));
                    int last = hourOf(query.bucketStart(bucket + 1).minusMillis(1));
                    raise(target, first, last, (float) series.value(bucket));
                }
            }
        }

        private float[] target(MetricQuery query) {
            if (query.statistic() == Statistic.MAXIMUM) {
                return peaks;
            }
            return query.period().compareTo(HOUR) < 0 ? fineMeans : means;
        }

        private int hourOf(Instant moment) {
            return (int) Duration.between(start, moment).dividedBy(HOUR);
        }

        private static void raise(float[] hours, int first, int last, float value) {
            for (int hour = first; hour <= Math.min(last, hours.length - 1); hour++) {
                hours[hour] = higher(hours[hour], value);
            }
        }

        /** The highest of each {@code step} hours, the last of which may be fewer. */
        float[] condensed(int step) {
            float[] points = unknown(Math.ceilDiv(count(), step));
            for (int hour = 0; hour < count(); hour++) {
                points[hour / step] = higher(points[hour / step], best(hour));
            }
            return points;
        }

        private float best(int hour) {
            if (!Float.isNaN(fineMeans[hour])) {
                return fineMeans[hour];
            }
            return Float.isNaN(peaks[hour]) ? means[hour] : peaks[hour];
        }

        private static float higher(float one, float other) {
            return Float.isNaN(one) || other > one ? other : one;
        }

        private static float[] unknown(int count) {
            float[] hours = new float[count];
            Arrays.fill(hours, Float.NaN);
            return hours;
        }
    }
}
