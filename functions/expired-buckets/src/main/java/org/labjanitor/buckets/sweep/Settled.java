package org.labjanitor.buckets.sweep;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.removal.BucketRemoval;

/**
 * How it ended for a bucket that was picked for removal.
 *
 * @param judged its newest verdict
 * @param removalOrNull null where the new verdict kept it, so that nothing was tried
 */
record Settled(JudgedBucket judged, @Nullable BucketRemoval removalOrNull) {
    static Settled spared(JudgedBucket judged) {
        return new Settled(judged, null);
    }

    boolean continues() {
        return removalOrNull != null && removalOrNull.continues();
    }

    Optional<BucketRemoval> removal() {
        return Optional.ofNullable(removalOrNull);
    }
}
