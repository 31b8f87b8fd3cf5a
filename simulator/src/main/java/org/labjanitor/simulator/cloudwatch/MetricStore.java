package org.labjanitor.simulator.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The metrics of one account in one Region, and the way to fill them without the wire. Data is
 * there at once, whereas AWS may take two days to show points that are a day old (API reference,
 * PutMetricData). Safe for use by many threads.
 */
public final class MetricStore {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final Map<MetricId, LabMetric> metrics = new ConcurrentHashMap<>();
    private final Map<MetricId, SeriesFault> faults = new ConcurrentHashMap<>();

    /**
     * Lays a profile out in time. What was seeded before stays: a machine that was stopped for a
     * while is seeded once before and once after, and samples at the same time add up. The profile
     * may reach into the future: a point shows when the lab's clock has reached its end.
     *
     * @param start start of the first point, on a full minute
     * @param step time between points, in full minutes
     * @param samplesPerPoint how many measurements each point is made of
     */
    public void seed(
            MetricId metric, Instant start, Duration step, int samplesPerPoint, Profile profile) {
        requireFullMinutes(start, step);
        if (samplesPerPoint < 1) {
            throw new IllegalArgumentException(
                    "a point is made of at least one sample, not " + samplesPerPoint);
        }
        metric(metric)
                .seed(
                        new SeededSeries(
                                start.getEpochSecond(),
                                step.toSeconds(),
                                samplesPerPoint,
                                profile));
    }

    /** As EC2 does under basic monitoring: a point every five minutes, made of five samples. */
    public void seedBasic(MetricId metric, Instant start, Profile profile) {
        seed(metric, start, FIVE_MINUTES, 5, profile);
    }

    /** As EC2 does under detailed monitoring: one sample every minute. */
    public void seedDetailed(MetricId metric, Instant start, Profile profile) {
        seed(metric, start, MINUTE, 1, profile);
    }

    /** Makes GetMetricData fail for one metric from now on. */
    public void fail(MetricId metric, SeriesFault fault) {
        faults.put(metric, fault);
    }

    /** Takes back {@link #fail}. */
    public void mend(MetricId metric) {
        faults.remove(metric);
    }

    void publish(MetricId metric, Instant time, int resolution, StatisticSet samples) {
        metric(metric).publish(time.getEpochSecond(), resolution, samples);
    }

    Optional<LabMetric> find(MetricId metric) {
        return Optional.ofNullable(metrics.get(metric));
    }

    Optional<SeriesFault> faultOf(MetricId metric) {
        return Optional.ofNullable(faults.get(metric));
    }

    private LabMetric metric(MetricId id) {
        return metrics.computeIfAbsent(id, key -> new LabMetric());
    }

    private static void requireFullMinutes(Instant start, Duration step) {
        boolean startFits = start.getNano() == 0 && start.getEpochSecond() % 60 == 0;
        boolean stepFits = step.isPositive() && step.equals(MINUTE.multipliedBy(step.toMinutes()));
        if (!startFits || !stepFits) {
            throw new IllegalArgumentException(
                    "CloudWatch keeps full minutes, not points from %s every %s"
                            .formatted(start, step));
        }
    }
}
