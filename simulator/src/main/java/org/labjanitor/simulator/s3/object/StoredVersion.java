package org.labjanitor.simulator.s3.object;

import java.time.Instant;

/** A version or a delete marker as it is stored, taken out of its block. */
record StoredVersion(
        VersionId id,
        boolean latest,
        boolean marker,
        long size,
        Instant modified,
        String storageClass,
        String etag,
        Detail detail) {
    byte[] content() {
        Content content = detail.content();
        return content == null ? new byte[Math.toIntExact(size)] : content.bytes();
    }
}
