package org.labjanitor.simulator.s3.object;

import org.jspecify.annotations.Nullable;

/**
 * A version or delete marker about to be stored.
 *
 * @param sequence greater than that of everything stored before in the same bucket
 * @param nullId whether its version id is {@code null} instead of one made of the sequence
 * @param modified milliseconds since 1970
 * @param storageClass number in {@link StorageClasses}
 * @param detail what a seeded object does not have: content, tags, a lock
 */
record NewVersion(
        long sequence,
        boolean nullId,
        boolean marker,
        long size,
        long modified,
        int storageClass,
        @Nullable Detail detail) {
    static NewVersion marker(long sequence, boolean nullId, long modified) {
        return new NewVersion(sequence, nullId, true, 0, modified, 0, null);
    }
}
