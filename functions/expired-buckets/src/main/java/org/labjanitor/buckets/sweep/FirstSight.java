package org.labjanitor.buckets.sweep;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.runtime.grace.RunGrace;

/**
 * When a bucket was noticed for the first time, which the creation date alone does not tell: S3
 * moves that date (S3 API, type Bucket). A bucket that the ledger does not know is seen for the
 * first time now. Where the ledger is lost or silent, that is true of all of them: a lifetime then
 * begins anew, so that a bucket lives longer for it, and never shorter.
 */
final class FirstSight {
    private final RunGrace grace;
    private final @Nullable Instant ofUnknown;

    private FirstSight(RunGrace grace, @Nullable Instant ofUnknown) {
        this.grace = grace;
        this.ofUnknown = ofUnknown;
    }

    /** For a run that keeps the ledger. */
    static FirstSight byLedger(RunGrace grace, Instant now) {
        return new FirstSight(grace, now);
    }

    /** For a run without a ledger, or one whose buckets a person listed: it notices nothing. */
    static FirstSight asKnown(RunGrace grace) {
        return new FirstSight(grace, null);
    }

    /** Null where none is known. */
    @Nullable Instant of(ListedBucket bucket) {
        Optional<Instant> known =
                bucket.region().isEmpty()
                        ? Optional.empty()
                        : grace.firstSeen(bucket.region(), bucket.name());
        return known.orElse(ofUnknown);
    }
}
