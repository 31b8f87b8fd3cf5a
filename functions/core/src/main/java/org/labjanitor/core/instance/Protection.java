package org.labjanitor.core.instance;

/** An instance's own protection, which DescribeInstances does not show. */
public sealed interface Protection {
    /**
     * Both attributes were read.
     *
     * @param againstTermination {@code DisableApiTermination}
     * @param againstStop {@code DisableApiStop}, which blocks termination by API as well
     */
    record Known(boolean againstTermination, boolean againstStop) implements Protection {}

    /** An attribute could not be read; {@code why} is a sentence for the report. */
    record Unavailable(String why) implements Protection {}
}
