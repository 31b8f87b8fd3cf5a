package org.labjanitor.buckets.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

/**
 * A bucket with its verdict.
 *
 * @param end when its time is over; null where nothing says so
 * @param gone whether S3 lists it, but does not know it any more
 */
record JudgedBucket(LabBucket bucket, Verdict verdict, @Nullable Instant end, boolean gone) {
    static JudgedBucket gone(LabBucket bucket) {
        return new JudgedBucket(
                bucket,
                new Keep(
                        KeepReason.NOT_RUNNING,
                        Explanation.of(
                                "It is gone already: S3 still lists it, but knows no such bucket.")),
                null,
                true);
    }

    String name() {
        return bucket.name();
    }

    boolean removable() {
        return verdict instanceof Removable;
    }

    JudgedBucket with(Verdict other) {
        return new JudgedBucket(bucket, other, end, gone);
    }

    /** Whether it is a lab bucket, whatever its verdict; false where its tags are not known. */
    boolean isLab() {
        return !(verdict instanceof Keep(KeepReason reason, var _)
                        && (reason == KeepReason.NOT_LAB || reason == KeepReason.OTHER_NAME))
                && !(verdict instanceof Unknown(UnknownReason unknown, var _)
                        && unknown == UnknownReason.TAGS_UNAVAILABLE)
                && !gone;
    }

    boolean lacksEvidence() {
        return verdict instanceof Unknown(UnknownReason reason, var _)
                && (reason == UnknownReason.TAGS_UNAVAILABLE
                        || reason == UnknownReason.IMPLAUSIBLE);
    }
}
