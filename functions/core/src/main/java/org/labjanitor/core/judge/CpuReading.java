package org.labjanitor.core.judge;

import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricSeries;

/**
 * Marks {@link Slots} with what the CPU series at hand say. 5-minute means say it outright; an
 * hour's maximum and mean bound the means inside it, and its sample count shows whether all of them
 * are there.
 */
final class CpuReading {
    private final Window window;
    private final double limit;
    private final int firstExpected;
    private final Slots slots;
    private final HourlyCpu hours;
    private final boolean[] hot;
    private final boolean[] busy;
    private int presentAtLeast;
    private int presentAtMost;
    private boolean complete = true;

    private CpuReading(
            Window window, double limit, int firstExpected, Slots slots, HourlyCpu hours) {
        this.window = window;
        this.limit = limit;
        this.firstExpected = firstExpected;
        this.slots = slots;
        this.hours = hours;
        this.hot = new boolean[window.hours()];
        this.busy = new boolean[window.hours()];
    }

    /**
     * @param recent first hour of the recent stretch, whose hourly means are a series of their own
     */
    static CpuReading read(
            Window window,
            InstanceEvidence evidence,
            double limit,
            int firstExpected,
            int recent,
            Slots slots) {
        HourlyCpu hours = new HourlyCpu(window, evidence, recent);
        CpuReading reading = new CpuReading(window, limit, firstExpected, slots, hours);
        for (MetricAnswer answer : evidence.metrics()) {
            if (answer instanceof MetricAnswer.Complete(MetricSeries series)
                    && Window.isMeans(series.query())) {
                reading.readMeans(series);
            }
        }
        reading.readHours();
        return reading;
    }

    /** Whether the hour has a peak at the limit that its 5-minute means have not explained yet. */
    boolean isHot(int hour) {
        return hot[hour];
    }

    /** Whether at least one of the hour's means must have reached the limit, unknown which. */
    boolean isBusy(int hour) {
        return busy[hour];
    }

    /** The hour's mean; {@code NaN} where it is not at hand. */
    double hourMean(int hour) {
        return hours.mean(hour);
    }

    /** Whether the 5-minute means of the whole window are at hand. */
    boolean isComplete() {
        return complete;
    }

    /** Number of data points owed since the last start. */
    int expected() {
        return window.slots() - Math.max(0, Math.min(firstExpected, window.slots()));
    }

    int presentAtLeast() {
        return presentAtLeast;
    }

    int presentAtMost() {
        return presentAtMost;
    }

    private void readMeans(MetricSeries series) {
        long begin = window.slotsUntil(series.query().from());
        // A last bucket that the query cut short says less than its 5 minutes.
        long end = Math.min(window.slots(), window.slotsUntil(series.query().to()));
        for (long slot = Math.max(0, begin); slot < end; slot++) {
            readMean((int) slot, series.value((int) (slot - begin)));
        }
    }

    private void readMean(int slot, double mean) {
        boolean seenBefore = slots.has(slot, Slots.KNOWN);
        slots.mark(slot, Slots.KNOWN);
        if (!Double.isNaN(mean)) {
            slots.unmark(slot, Slots.HOLE);
            if (mean >= limit) {
                slots.mark(slot, Slots.CPU);
            }
        } else if (!seenBefore && slot >= firstExpected) {
            slots.mark(slot, Slots.HOLE);
        }
    }

    private void readHours() {
        for (int hour = 0; hour < window.hours(); hour++) {
            int first = hour * Window.SLOTS_PER_HOUR;
            int end = window.hourEnd(hour);
            if (slots.mayHave(hour, Slots.KNOWN) && slots.all(first, end, Slots.KNOWN)) {
                countKnown(first, end);
            } else {
                complete = false;
                readHour(hour);
            }
        }
    }

    private void countKnown(int first, int end) {
        for (int slot = Math.max(first, firstExpected); slot < end; slot++) {
            if (!slots.has(slot, Slots.HOLE)) {
                presentAtLeast++;
                presentAtMost++;
            }
        }
    }

    private void readHour(int hour) {
        busy[hour] = hours.mean(hour) >= limit;
        hot[hour] = busy[hour] || hours.max(hour) >= limit;
        int first = hour * Window.SLOTS_PER_HOUR;
        int end = window.hourEnd(hour);
        boolean full = hours.isFull(hour, end - first);
        int mark = 0;
        if (hot[hour] || !hours.isMaxAnswered()) {
            mark = Slots.OPEN;
        } else if (hours.isEmpty(hour)) {
            mark = Slots.HOLE;
        } else if (!full) {
            mark = Slots.OPEN;
        }
        boolean beforeStartToo = hot[hour] || !hours.isMaxAnswered();
        markUnknown(hour, beforeStartToo ? first : Math.max(first, firstExpected), end, mark);
        countBounds(hour, mark == Slots.HOLE, full);
    }

    private void markUnknown(int hour, int first, int end, int mark) {
        if (!slots.mayHave(hour, Slots.KNOWN)) {
            slots.mark(first, end, mark);
            return;
        }
        for (int slot = first; slot < end; slot++) {
            if (!slots.has(slot, Slots.KNOWN)) {
                slots.mark(slot, mark);
            }
        }
    }

    private void countBounds(int hour, boolean empty, boolean full) {
        int first = Math.max(hour * Window.SLOTS_PER_HOUR, firstExpected);
        int end = window.hourEnd(hour);
        int unknown = Math.max(0, end - first);
        int seen = 0;
        if (slots.mayHave(hour, Slots.KNOWN)) {
            for (int slot = first; slot < end; slot++) {
                boolean known = slots.has(slot, Slots.KNOWN);
                unknown -= known ? 1 : 0;
                seen += known && !slots.has(slot, Slots.HOLE) ? 1 : 0;
            }
        }
        presentAtLeast += seen + (full ? unknown : 0);
        presentAtMost += seen + (empty ? 0 : unknown);
    }
}
