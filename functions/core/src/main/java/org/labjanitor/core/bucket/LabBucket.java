package org.labjanitor.core.bucket;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket as S3 describes it.
 *
 * @param region where it is, such as {@code eu-west-1}
 * @param createdAt creation date as ListBuckets tells it in the partition's home Region; null where
 *     S3 gave none. A hint only: elsewhere S3 tells the date of the last change, and a change of
 *     the bucket may move it (S3 API, type Bucket)
 * @param tags keys to values
 */
public record LabBucket(
        String name, String region, @Nullable Instant createdAt, Map<String, String> tags) {
    public LabBucket {
        tags = Map.copyOf(tags);
    }

    public Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key));
    }
}
