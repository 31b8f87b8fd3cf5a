package org.labjanitor.simulator.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** One statistic of one metric over time, oldest first. */
final class DataPoints {
    static final DataPoints NONE = new DataPoints(new long[0], new double[0], 0);

    private final long[] seconds;
    private final double[] values;
    private final int size;

    DataPoints(long[] seconds, double[] values, int size) {
        this.seconds = seconds;
        this.values = values;
        this.size = size;
    }

    int size() {
        return size;
    }

    /** A stretch of the points in reading order. */
    Slice slice(boolean newestFirst, int offset, int length) {
        IntUnaryOperator index = newestFirst ? i -> size - 1 - offset - i : i -> offset + i;
        return new Slice(
                collect(length, i -> Instant.ofEpochSecond(seconds[index.applyAsInt(i)])),
                collect(length, i -> values[index.applyAsInt(i)]));
    }

    private static <T> List<T> collect(int length, IntFunction<T> item) {
        List<T> items = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            items.add(item.apply(i));
        }
        return items;
    }

    record Slice(List<Instant> timestamps, List<Double> values) {}
}
