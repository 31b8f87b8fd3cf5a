package org.labjanitor.simulator.cloudwatch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that was ever reported of one metric. */
final class LabMetric {
    private final List<SeededSeries> seeded = new CopyOnWriteArrayList<>();
    private final PublishedSeries published = new PublishedSeries();
    private volatile boolean standardResolution;

    void seed(SeededSeries series) {
        standardResolution = true;
        seeded.add(series);
    }

    void publish(long second, int resolution, StatisticSet samples) {
        if (resolution == 60) {
            standardResolution = true;
        }
        published.add(second, resolution, samples);
    }

    /** Whether any part of it was stored by the minute. */
    boolean hasStandardResolution() {
        return standardResolution;
    }

    DataPoints read(TimeWindow window, Statistic statistic) {
        Buckets buckets = new Buckets(window);
        seeded.forEach(series -> series.pourInto(buckets));
        published.pourInto(buckets);
        return buckets.read(statistic);
    }
}
