package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.Statistic;

/**
 * The stretch of time a rule looks at: 5-minute slots from a full hour to a full slot. It depends
 * on the time of judging alone, so that the queries of all instances are alike and can be batched.
 */
final class Window {
    static final int SLOTS_PER_HOUR = 12;

    private static final long SLOT = 300;
    private static final long HOUR = 3600;
    private static final Duration SLOT_LENGTH = Duration.ofSeconds(SLOT);
    private static final Duration HOUR_LENGTH = Duration.ofSeconds(HOUR);
    private static final long BOOT = 600;

    /** Stands for every slot that lies further before the window than any rule looks. */
    private static final int LONG_BEFORE = -1_000_000;

    /** Epoch second of the first slot's start, a full hour. */
    private final long from;

    /** Epoch second at which the last slot ends. */
    private final long end;

    private final int slots;
    private final int hours;

    private Window(long from, long end) {
        this.from = from;
        this.end = end;
        this.slots = (int) ((end - from) / SLOT);
        this.hours = (int) ((end - from + HOUR - 1) / HOUR);
    }

    static Window endingBefore(Instant now, Duration settleTime, Duration lookback) {
        long settled = now.getEpochSecond() - settleTime.toSeconds();
        long end = settled - Math.floorMod(settled, SLOT);
        long begin = end - lookback.toSeconds();
        return new Window(begin - Math.floorMod(begin, HOUR), end);
    }

    int slots() {
        return slots;
    }

    /** Number of hours, the last one possibly cut short. */
    int hours() {
        return hours;
    }

    /** First slot after the hour; the hour may lie before the window. */
    int hourEnd(int hour) {
        return Math.min((hour + 1) * SLOTS_PER_HOUR, slots);
    }

    Instant slotStart(int slot) {
        return Instant.ofEpochSecond(from + slot * SLOT);
    }

    Instant start() {
        return Instant.ofEpochSecond(from);
    }

    Instant endTime() {
        return Instant.ofEpochSecond(end);
    }

    /** The slot that holds a moment: negative before the window, {@link #slots} after it. */
    int slotOf(Instant moment) {
        return clamp(slotsUntil(moment));
    }

    /** Whole slots from the window's start to a moment, which may lie anywhere. */
    long slotsUntil(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond() - from, SLOT);
    }

    /**
     * The first slot for which a running instance owes a data point: CloudWatch has none of the
     * first minutes after a start. Negative where that lies before the window.
     */
    int firstExpected(Instant lastStart) {
        long fromThenOn = lastStart.getEpochSecond() + BOOT - from;
        long wholeSeconds = lastStart.getNano() == 0 ? fromThenOn : fromThenOn + 1;
        return clamp(Math.ceilDiv(wholeSeconds, SLOT));
    }

    MetricQuery hourly(Metric metric, Statistic statistic) {
        return hourly(metric, statistic, 0, hours());
    }

    /** Hours {@code first} (negative: before the window) to {@code end}, exclusive. */
    MetricQuery hourly(Metric metric, Statistic statistic, int first, int end) {
        return new MetricQuery(metric, statistic, HOUR_LENGTH, hourStart(first), hourStart(end));
    }

    /** The 5-minute CPU means of the hours {@code first} to {@code end}, exclusive. */
    MetricQuery means(int first, int end) {
        return new MetricQuery(
                Metric.CPU_UTILIZATION,
                Statistic.AVERAGE,
                SLOT_LENGTH,
                hourStart(first),
                hourStart(end));
    }

    static boolean isMeans(MetricQuery query) {
        return query.metric() == Metric.CPU_UTILIZATION
                && query.statistic() == Statistic.AVERAGE
                && query.period().equals(SLOT_LENGTH);
    }

    private Instant hourStart(int hour) {
        return Instant.ofEpochSecond(Math.min(from + hour * HOUR, end));
    }

    private int clamp(long slot) {
        return Math.clamp(slot, LONG_BEFORE, slots);
    }
}
