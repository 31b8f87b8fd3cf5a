package org.labjanitor.simulator.cloudwatch;

import java.time.Instant;
import java.util.Optional;
import org.labjanitor.simulator.wire.AwsError;

/** Reads metrics over one stretch of time, as it looks at one moment. */
final class MetricReader {
    private final MetricStore store;
    private final Instant start;
    private final Instant end;
    private final Instant now;

    MetricReader(MetricStore store, Instant start, Instant end, Instant now) {
        this.store = store;
        this.start = start;
        this.end = end;
        this.now = now;
    }

    /** A metric that nobody has ever reported has no points, which is no error. */
    DataPoints read(MetricQuery query) {
        Optional<LabMetric> metric = store.find(query.metric());
        if (query.period() < 60 && metric.filter(LabMetric::hasStandardResolution).isPresent()) {
            throw AwsError.notSimulated(
                    "a Period below 60 of a metric of standard resolution: " + query.metric());
        }
        return Retention.window(start, end, query.period(), now)
                .flatMap(window -> metric.map(found -> found.read(window, query.statistic())))
                .orElse(DataPoints.NONE);
    }

    Optional<SeriesFault> faultOf(MetricQuery query) {
        return store.faultOf(query.metric());
    }
}
