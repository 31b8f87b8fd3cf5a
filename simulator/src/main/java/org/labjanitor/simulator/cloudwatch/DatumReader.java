package org.labjanitor.simulator.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** Checks one datum of PutMetricData (API reference, PutMetricData and MetricDatum). */
final class DatumReader {
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);
    private static final int MOST_DIMENSIONS = 30;
    private static final int MOST_VALUES = 150;
    private static final double LARGEST = Math.pow(2, 360);

    private final String path;
    private final Instant now;

    DatumReader(String path, Instant now) {
        this.path = path;
        this.now = now;
    }

    Publication read(String namespace, MetricDatum datum) {
        if (datum.metricName() == null) {
            throw MetricErrors.missing(path + ".MetricName");
        }
        if (datum.dimensions().size() > MOST_DIMENSIONS) {
            throw MetricErrors.validation(
                    "The collection %s.Dimensions must not have a size greater than %s."
                            .formatted(path, MOST_DIMENSIONS));
        }
        return new Publication(
                MetricId.of(namespace, datum.metricName(), datum.dimensions()),
                time(datum.timestamp()),
                resolution(datum.storageResolution()),
                samples(datum));
    }

    private Instant time(@Nullable Instant timestamp) {
        if (timestamp == null) {
            return now;
        }
        if (timestamp.isBefore(now.minus(OLDEST))) {
            throw MetricErrors.invalidValue(
                    "The parameter %s.Timestamp must specify a time within the past two weeks."
                            .formatted(path));
        }
        if (timestamp.isAfter(now.plus(NEWEST))) {
            throw MetricErrors.invalidValue(
                    "The parameter %s.Timestamp must specify a time no more than two hours in the future."
                            .formatted(path));
        }
        return timestamp;
    }

    private int resolution(@Nullable Integer storageResolution) {
        int resolution = storageResolution == null ? 60 : storageResolution;
        if (resolution != 1 && resolution != 60) {
            throw MetricErrors.invalidValue(
                    "The parameter %s.StorageResolution must be 1 or 60.".formatted(path));
        }
        return resolution;
    }

    private StatisticSet samples(MetricDatum datum) {
        long ways =
                Stream.of(datum.value() != null, datum.statisticValues() != null, datum.hasValues())
                        .filter(given -> given)
                        .count();
        if (ways > 1) {
            throw MetricErrors.invalidCombination(
                    "The parameters %s.Value, .Values and .StatisticValues are mutually exclusive."
                            .formatted(path));
        }
        if (datum.value() != null) {
            return StatisticSet.ofSample(checked(datum.value()), 1);
        }
        if (datum.statisticValues() != null) {
            return ready(datum.statisticValues());
        }
        if (datum.values().isEmpty()) {
            throw MetricErrors.missing(path + ".Value");
        }
        return counted(datum.values(), datum.hasCounts() ? datum.counts() : List.of());
    }

    private StatisticSet ready(
            software.amazon.awssdk.services.cloudwatch.model.StatisticSet given) {
        if (given.sampleCount() == null
                || given.sum() == null
                || given.minimum() == null
                || given.maximum() == null) {
            throw MetricErrors.missing(path + ".StatisticValues with all of its members");
        }
        if (checked(given.sampleCount()) <= 0 || given.minimum() > given.maximum()) {
            throw MetricErrors.invalidValue(
                    "The value of %s.StatisticValues is invalid.".formatted(path));
        }
        return new StatisticSet(
                given.sampleCount(),
                checked(given.sum()),
                checked(given.minimum()),
                checked(given.maximum()));
    }

    /** "If you omit the Counts array, the default of 1 is used" for each value. */
    private StatisticSet counted(List<Double> values, List<Double> counts) {
        if (values.size() > MOST_VALUES) {
            throw MetricErrors.validation(
                    "The collection %s.Values must not have a size greater than %s."
                            .formatted(path, MOST_VALUES));
        }
        if (!counts.isEmpty() && counts.size() != values.size()) {
            throw MetricErrors.invalidValue(
                    "The parameters %s.Values and .Counts must be of the same size."
                            .formatted(path));
        }
        StatisticSet all = new StatisticSet(0, 0, Double.MAX_VALUE, -Double.MAX_VALUE);
        for (int i = 0; i < values.size(); i++) {
            double count = counts.isEmpty() ? 1 : checked(counts.get(i));
            all = all.plus(StatisticSet.ofSample(checked(values.get(i)), count));
        }
        return all;
    }

    private double checked(double value) {
        if (Double.isNaN(value) || Math.abs(value) > LARGEST) {
            throw MetricErrors.invalidValue(
                    "The value %s in %s is not in the range of -2^360 to 2^360."
                            .formatted(value, path));
        }
        return value;
    }
}
