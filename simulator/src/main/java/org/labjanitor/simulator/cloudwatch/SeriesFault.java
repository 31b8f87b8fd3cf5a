package org.labjanitor.simulator.cloudwatch;

/** Ways in which GetMetricData can fail for one metric while it answers for the others. */
public enum SeriesFault {
    /** StatusCode Forbidden, no data. */
    FORBIDDEN,
    /** StatusCode InternalError, no data. */
    INTERNAL_ERROR,
    /**
     * StatusCode PartialData with the first half of the points, and no token that brings the rest.
     */
    PARTIAL,
    /** No result of that Id at all. */
    MISSING
}
