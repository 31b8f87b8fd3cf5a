package org.labjanitor.simulator.s3.bucket;

/** State of a bucket's versioning; once it was enabled it can only be suspended. */
public enum Versioning {
    NEVER,
    ENABLED,
    SUSPENDED
}
