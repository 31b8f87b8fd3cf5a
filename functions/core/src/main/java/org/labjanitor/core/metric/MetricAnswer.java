package org.labjanitor.core.metric;

/** What came back for a {@link MetricQuery}. */
public sealed interface MetricAnswer {
    MetricQuery query();

    /** CloudWatch answered the query in full (status {@code Complete} on every page). */
    record Complete(MetricSeries series) implements MetricAnswer {
        @Override
        public MetricQuery query() {
            return series.query();
        }
    }

    /** The series could not be had whole; {@code why} is a sentence for the report. */
    record Unavailable(MetricQuery query, String why) implements MetricAnswer {}
}
