package org.labjanitor.simulator.cloudwatch;

import java.util.Arrays;

/** Samples summed up by period. */
final class Buckets {
    private final TimeWindow window;
    private final double[] counts;
    private final double[] sums;
    private final double[] minima;
    private final double[] maxima;

    Buckets(TimeWindow window) {
        this.window = window;
        int periods = window.periods();
        this.counts = new double[periods];
        this.sums = new double[periods];
        this.minima = new double[periods];
        this.maxima = new double[periods];
        Arrays.fill(minima, Double.POSITIVE_INFINITY);
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
    }

    TimeWindow window() {
        return window;
    }

    /** Adds samples whose time must lie in the window; what has expired is passed over. */
    void add(long second, double count, double sum, double minimum, double maximum) {
        if (second < window.keptFrom()) {
            return;
        }
        int i = (int) ((second - window.from()) / window.period());
        counts[i] += count;
        sums[i] += sum;
        minima[i] = Math.min(minima[i], minimum);
        maxima[i] = Math.max(maxima[i], maximum);
    }

    /** The periods that have samples, oldest first. */
    DataPoints read(Statistic statistic) {
        long[] seconds = new long[counts.length];
        double[] values = new double[counts.length];
        int size = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                seconds[size] = window.from() + (long) i * window.period();
                values[size] = statistic.of(counts[i], sums[i], minima[i], maxima[i]);
                size++;
            }
        }
        return new DataPoints(seconds, values, size);
    }
}
