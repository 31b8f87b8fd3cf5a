package org.labjanitor.simulator.cloudwatch;

import java.util.function.IntToDoubleFunction;

/**
 * The course of a metric, point by point from 0. A profile never changes, so thousands of series
 * may share one. A point whose average is NaN was never reported.
 *
 * @param average mean of the samples that a point is made of; the point's sum is this times their
 *     number
 */
public record Profile(
        int points,
        IntToDoubleFunction average,
        IntToDoubleFunction minimum,
        IntToDoubleFunction maximum) {
    /** Every sample of a point has the point's value. */
    public static Profile of(double... values) {
        double[] own = values.clone();
        return generated(own.length, i -> own[i]);
    }

    /** Points whose samples differ. */
    public static Profile of(double[] averages, double[] minima, double[] maxima) {
        if (averages.length != minima.length || averages.length != maxima.length) {
            throw new IllegalArgumentException("a profile needs as many extremes as averages");
        }
        double[] ownAverages = averages.clone();
        double[] ownMinima = minima.clone();
        double[] ownMaxima = maxima.clone();
        return new Profile(
                ownAverages.length, i -> ownAverages[i], i -> ownMinima[i], i -> ownMaxima[i]);
    }

    public static Profile constant(int points, double value) {
        return generated(points, i -> value);
    }

    /** Values are asked for when they are needed and kept nowhere. */
    public static Profile generated(int points, IntToDoubleFunction value) {
        return new Profile(points, value, value, value);
    }
}
