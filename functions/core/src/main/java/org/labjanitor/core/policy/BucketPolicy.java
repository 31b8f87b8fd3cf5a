package org.labjanitor.core.policy;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a verdict on a bucket can be set by.
 *
 * @param namePrefix what a lab bucket's name begins with; never empty
 * @param lifetime how long a bucket without a tag that says so may live; null: no end
 * @param ownBuckets names of the janitor's own buckets
 */
public record BucketPolicy(String namePrefix, @Nullable Duration lifetime, Set<String> ownBuckets) {
    public BucketPolicy {
        if (namePrefix.isBlank()) {
            throw new IllegalArgumentException("namePrefix must not be empty");
        }
        if (lifetime != null && (lifetime.isZero() || lifetime.isNegative())) {
            throw new IllegalArgumentException("lifetime must be more than 0, but is " + lifetime);
        }
        ownBuckets = Set.copyOf(ownBuckets);
    }
}
