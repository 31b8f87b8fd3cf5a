package org.labjanitor.buckets.sweep;

import java.util.List;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.buckets.removal.Emptiness;
import org.labjanitor.buckets.removal.Finding;
import org.labjanitor.buckets.removal.PreFlight;
import org.labjanitor.core.bucket.LabBucket;

/** A look at a bucket that may go, for what speaks against it. */
final class BucketLook {
    private static final Finding NOTHING_LEFT =
            new Finding(Finding.Kind.EMPTY, "It is empty already, and its name is to be kept.");

    private final PreFlight preFlight;
    private final Emptiness emptiness;
    private final String account;
    private final AfterEmptying after;

    /**
     * Looks for one run.
     *
     * @param after what becomes of a bucket once it is empty: one that stays is not emptied, and
     *     its owner not warned, over and over again
     */
    BucketLook(PreFlight preFlight, Emptiness emptiness, String account, AfterEmptying after) {
        this.preFlight = preFlight;
        this.emptiness = emptiness;
        this.account = account;
        this.after = after;
    }

    /** The bucket with the verdict that the look gives it. */
    JudgedBucket at(JudgedBucket judged) {
        return FindingVerdict.of(
                judged,
                hasNothingLeft(judged.bucket())
                        ? List.of(NOTHING_LEFT)
                        : preFlight.look(judged.name(), account).findings());
    }

    private boolean hasNothingLeft(LabBucket bucket) {
        return after == AfterEmptying.KEEP
                && !bucket.region().isEmpty()
                && emptiness.isShown(bucket.name(), bucket.region(), account);
    }
}
