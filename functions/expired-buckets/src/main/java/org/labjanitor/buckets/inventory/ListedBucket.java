package org.labjanitor.buckets.inventory;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.bucket.LabBucket;

/**
 * A bucket as the account's list of buckets shows it.
 *
 * @param region where it is; empty where S3 did not tell
 * @param createdAt null where S3 did not tell
 */
public record ListedBucket(String name, String region, @Nullable Instant createdAt) {
    public LabBucket with(Map<String, String> tags) {
        return new LabBucket(name, region, createdAt, tags);
    }
}
