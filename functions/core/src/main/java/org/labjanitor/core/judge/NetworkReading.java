package org.labjanitor.core.judge;

import static org.labjanitor.core.metric.Metric.NETWORK_IN;
import static org.labjanitor.core.metric.Metric.NETWORK_OUT;

import java.util.List;
import java.util.Optional;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.metric.Statistic;

/**
 * Traffic in and out, hour by hour. An hour is a use when it carries at least a 24th of the daily
 * limit and the 24 hours that end with it reach the limit: a small daily update is no use. Where
 * the limit is reached only with the hours that follow, the hour may be one, so that a day over the
 * limit always shows; it is no certain one, since later traffic must not split an earlier pause.
 */
final class NetworkReading {
    static final int RUN = 24;

    private final double[] bytes;
    private final boolean[] missing;
    private final double limit;
    private final boolean[] reached;
    private final int[] lastOver;
    private final int[] lastDoubtful;
    private double mostInARun;

    private NetworkReading(double[] bytes, boolean[] missing, double limit) {
        this.bytes = bytes;
        this.missing = missing;
        this.limit = limit;
        int runs = Math.max(0, bytes.length - RUN + 1);
        this.reached = new boolean[bytes.length];
        this.lastOver = new int[runs];
        this.lastDoubtful = new int[runs];
        findRuns();
    }

    /** The two series to ask for; they begin {@code lead} hours before the window. */
    static List<MetricQuery> queries(Window window, int lead) {
        return List.of(query(window, NETWORK_IN, lead), query(window, NETWORK_OUT, lead));
    }

    /** Empty until both series were answered. */
    static Optional<NetworkReading> read(
            Window window, InstanceEvidence evidence, double limit, int firstExpected, int lead) {
        Optional<MetricSeries> in = Answers.series(evidence, query(window, NETWORK_IN, lead));
        Optional<MetricSeries> out = Answers.series(evidence, query(window, NETWORK_OUT, lead));
        if (in.isEmpty() || out.isEmpty()) {
            return Optional.empty();
        }
        int size = in.get().size();
        double[] bytes = new double[size];
        boolean[] missing = new boolean[size];
        for (int hour = 0; hour < size; hour++) {
            bytes[hour] = known(in.get(), hour) + known(out.get(), hour);
            boolean expected = window.hourEnd(hour - lead) > firstExpected;
            missing[hour] = expected && !(in.get().has(hour) && out.get().has(hour));
        }
        return Optional.of(new NetworkReading(bytes, missing, limit));
    }

    /** Marks the window's slots; {@code lead} as it was read. */
    void mark(Slots slots, Window window, int firstExpected, int lead) {
        for (int hour = 0; hour < window.hours(); hour++) {
            int first = hour * Window.SLOTS_PER_HOUR;
            if (isUse(hour + lead)) {
                slots.mark(first, window.hourEnd(hour), Slots.HOURLY);
            } else if (missing[hour + lead]) {
                slots.mark(Math.max(first, firstExpected), window.hourEnd(hour), Slots.DOUBT);
            } else if (mightBeUse(hour + lead)) {
                slots.mark(first, window.hourEnd(hour), Slots.DOUBT);
            }
        }
    }

    boolean isUse(int hour) {
        return bytes[hour] >= limit / RUN && reached[hour];
    }

    double bytes(int hour) {
        return bytes[hour];
    }

    /** Most bytes in 24 hours in a row. */
    double mostInARun() {
        return mostInARun;
    }

    /** The last hour of all that is a use. */
    Optional<Integer> lastUse() {
        for (int hour = bytes.length - 1; hour >= 0; hour--) {
            if (isUse(hour)) {
                return Optional.of(hour);
            }
        }
        return Optional.empty();
    }

    private boolean mightBeUse(int hour) {
        return bytes[hour] >= limit / RUN && (liesIn(lastOver, hour) || liesIn(lastDoubtful, hour));
    }

    /** {@code lastRun} holds, for every start of a run, the latest such run up to there. */
    private static boolean liesIn(int[] lastRun, int hour) {
        int latest = Math.min(hour, lastRun.length - 1);
        return latest >= 0 && lastRun[latest] > hour - RUN;
    }

    private void findRuns() {
        double sum = 0;
        int holes = 0;
        int over = -RUN;
        int doubtful = -RUN;
        for (int hour = 0; hour < bytes.length; hour++) {
            sum += bytes[hour];
            holes += missing[hour] ? 1 : 0;
            reached[hour] = sum >= limit;
            int start = hour - RUN + 1;
            if (start < 0) {
                continue;
            }
            mostInARun = Math.max(mostInARun, sum);
            over = sum >= limit ? start : over;
            doubtful = holes > 0 ? start : doubtful;
            lastOver[start] = over;
            lastDoubtful[start] = doubtful;
            sum -= bytes[start];
            holes -= missing[start] ? 1 : 0;
        }
    }

    private static double known(MetricSeries series, int hour) {
        return series.has(hour) ? series.value(hour) : 0;
    }

    private static MetricQuery query(Window window, Metric metric, int lead) {
        return window.hourly(metric, Statistic.SUM, -lead, window.hours());
    }
}
