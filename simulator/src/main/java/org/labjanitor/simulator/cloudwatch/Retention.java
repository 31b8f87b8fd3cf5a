package org.labjanitor.simulator.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long CloudWatch keeps which resolution, and how it rounds the start of a question by its age
 * (API reference, GetMetricData: StartTime, MetricStat.Period, and "CloudWatch retains metric data
 * as follows").
 */
final class Retention {
    private static final Duration SUB_MINUTE = Duration.ofHours(3);
    private static final Duration ONE_MINUTE = Duration.ofDays(15);
    private static final Duration FIVE_MINUTES = Duration.ofDays(63);
    private static final Duration ONE_HOUR = Duration.ofDays(455);

    /** PutMetricData takes times up to two hours ahead; beyond there is nothing to look for. */
    private static final Duration AHEAD = Duration.ofHours(3);

    private Retention() {}

    /**
     * The time that a question covers. Empty where its period is finer than what is kept for its
     * start: AWS then answers no data, and no error.
     */
    static Optional<TimeWindow> window(Instant start, Instant end, int period, Instant now) {
        Duration age = Duration.between(start, now);
        if (period % finestPeriod(age) != 0) {
            return Optional.empty();
        }
        long keptFrom = now.minus(ONE_HOUR).getEpochSecond();
        long from = firstPeriod(start.getEpochSecond(), rounding(age, period), period, keptFrom);
        long to = Math.min(secondNotBefore(end), secondNotBefore(now.plus(AHEAD)));
        return Optional.of(
                new TimeWindow(from, Math.max(from, to), period, keptFrom, now.getEpochSecond()));
    }

    /** The rounded start, moved on by whole periods where all before has expired. */
    private static long firstPeriod(long start, int rounding, int period, long keptFrom) {
        long rounded = start - Math.floorMod(start, rounding);
        long expired = Math.max(0, Math.floorDiv(keptFrom - rounded, period));
        return rounded + expired * period;
    }

    private static long secondNotBefore(Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }

    private static int finestPeriod(Duration age) {
        if (age.compareTo(SUB_MINUTE) <= 0) {
            return 1;
        }
        return clockInterval(age);
    }

    private static int rounding(Duration age, int period) {
        return period < 60 ? period : clockInterval(age);
    }

    private static int clockInterval(Duration age) {
        if (age.compareTo(ONE_MINUTE) <= 0) {
            return 60;
        }
        return age.compareTo(FIVE_MINUTES) <= 0 ? 300 : 3600;
    }
}
