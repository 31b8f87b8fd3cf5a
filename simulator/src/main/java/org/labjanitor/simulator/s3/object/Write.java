package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.bucket.Versioning;

/**
 * An object about to be written.
 *
 * @param condition null for an unconditional write
 */
record Write(
        Versioning versioning,
        Instant now,
        long size,
        String storageClass,
        Detail detail,
        @Nullable Condition condition) {
    /**
     * What must hold of the current version for the write to happen.
     *
     * @param ifMatch entity tag that it must have; null where there must be no current version
     */
    record Condition(@Nullable String ifMatch) {}
}
