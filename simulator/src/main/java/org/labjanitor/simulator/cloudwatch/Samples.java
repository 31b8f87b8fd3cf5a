package org.labjanitor.simulator.cloudwatch;

/** Something that was measured over some time. */
interface Samples {
    /** Adds whatever was measured in the buckets' time to the buckets. */
    void pourInto(Buckets buckets);
}
