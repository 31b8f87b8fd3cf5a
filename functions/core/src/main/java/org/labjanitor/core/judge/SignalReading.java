package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.policy.Signal;
import org.labjanitor.core.verdict.Fact;

/**
 * A {@link Signal} of one instance, hour by hour: the sum of its metrics' values. An hour that
 * reaches the limit is a use; one that lacks a value which a running instance owes may be one.
 */
final class SignalReading {
    private final Signal signal;
    private final Window window;
    private final double limit;
    private final int firstExpected;
    private final double[] values;
    private final boolean[] missing;

    private SignalReading(
            Signal signal,
            Window window,
            double limit,
            int firstExpected,
            List<MetricSeries> series) {
        this.signal = signal;
        this.window = window;
        this.limit = limit;
        this.firstExpected = firstExpected;
        this.values = new double[window.hours()];
        this.missing = new boolean[window.hours()];
        for (int hour = 0; hour < values.length; hour++) {
            addUp(hour, series);
        }
    }

    private void addUp(int hour, List<MetricSeries> series) {
        boolean owed = window.hourEnd(hour) > firstExpected;
        for (MetricSeries one : series) {
            values[hour] += one.has(hour) ? one.value(hour) : 0;
            missing[hour] |= owed && !one.has(hour);
        }
    }

    /** The series to ask for. */
    static List<MetricQuery> queries(Signal signal, Window window) {
        return signal.metrics().stream()
                .map(metric -> window.hourly(metric, signal.statistic()))
                .toList();
    }

    /** Empty until every series was answered. */
    static Optional<SignalReading> read(
            Signal signal,
            double limit,
            Window window,
            InstanceEvidence evidence,
            int firstExpected) {
        List<MetricSeries> series = new ArrayList<>();
        for (MetricQuery query : queries(signal, window)) {
            Answers.series(evidence, query).ifPresent(series::add);
        }
        return series.size() == signal.metrics().size()
                ? Optional.of(new SignalReading(signal, window, limit, firstExpected, series))
                : Optional.empty();
    }

    void mark(Slots slots) {
        for (int hour = 0; hour < values.length; hour++) {
            int first = hour * Window.SLOTS_PER_HOUR;
            if (isUse(hour)) {
                slots.mark(first, window.hourEnd(hour), Slots.HOURLY);
            } else if (missing[hour]) {
                slots.mark(Math.max(first, firstExpected), window.hourEnd(hour), Slots.DOUBT);
            }
        }
    }

    boolean isUse(int hour) {
        return values[hour] >= limit;
    }

    boolean isMissing(int hour) {
        return missing[hour];
    }

    Optional<Fact> lastUse() {
        for (int hour = values.length - 1; hour >= 0; hour--) {
            if (isUse(hour)) {
                return Optional.of(use(hour));
            }
        }
        return Optional.empty();
    }

    Fact use(int hour) {
        return new Fact(
                LastUse.NAME,
                SignalWords.use(signal, values[hour]) + " in the hour that began",
                signal.source(),
                start(hour));
    }

    boolean hasHoles() {
        return holes() > 0;
    }

    /** {@code CloudWatch has no EBSReadBytes for 3 of 48 h since its last start.} */
    String holesSentence() {
        long owed =
                IntStream.range(0, values.length)
                        .filter(hour -> window.hourEnd(hour) > firstExpected)
                        .count();
        return "CloudWatch has no "
                + SignalWords.metrics(signal)
                + " for "
                + holes()
                + " of the "
                + owed
                + " h looked at since its last start, which may hide a use; "
                + SignalWords.whoPublishes(signal);
    }

    private long holes() {
        return IntStream.range(0, missing.length).filter(hour -> missing[hour]).count();
    }

    /** The most that any hour saw. */
    Fact most() {
        int highest = 0;
        for (int hour = 1; hour < values.length; hour++) {
            highest = values[hour] > values[highest] ? hour : highest;
        }
        return new Fact(
                SignalWords.most(signal),
                SignalWords.amount(signal, values[highest]),
                signal.source(),
                start(highest));
    }

    private Instant start(int hour) {
        return window.slotStart(hour * Window.SLOTS_PER_HOUR);
    }
}
