package org.labjanitor.instances.series;

import java.time.Instant;

/** A way for metrics to get into the lab: the boundary between our own client and another one. */
interface MetricFeed {
    /**
     * Publishes the series' slots {@code from} to {@code to}, exclusive, and a trickle of network.
     */
    void publish(String instanceId, RealSeries series, int from, int to, Instant now);
}
