package org.labjanitor.simulator.cloudwatch;

import java.time.Instant;

/** One published datum that was found good. */
record Publication(MetricId metric, Instant time, int resolution, StatisticSet samples) {
    void enter(MetricStore store) {
        store.publish(metric, time, resolution, samples);
    }
}
