package org.labjanitor.simulator.fault;

/** What goes wrong with a call. */
public enum FaultKind {
    /** The service's own throttling error, such as EC2's {@code RequestLimitExceeded}. */
    THROTTLE,
    /** An error answer: the service's internal error unless the fault names another. */
    ERROR,
    /** The connection is cut before anything has happened. */
    RESET,
    /** The operation takes effect, and then the connection is cut without an answer. */
    LOST,
    /** The answer is right but late, by real time. */
    SLOW,
    /** The answer is incomplete, and says so where the service can. */
    PARTIAL
}
