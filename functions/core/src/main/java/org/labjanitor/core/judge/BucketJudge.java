package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.policy.BucketPolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * Judges buckets by name, tags and age. A judgement is a pure function of what is passed in.
 * Whatever else forbids to touch a bucket, such as Object Lock, is looked at before its removal and
 * is not judged here.
 */
public final class BucketJudge {
    private final BucketStanding standing;
    private final BucketLifetime lifetime;

    public BucketJudge(BucketPolicy policy, LabTags tags) {
        this.standing = new BucketStanding(policy, tags);
        this.lifetime = new BucketLifetime(policy, tags);
    }

    /**
     * Judges a bucket at {@code now}.
     *
     * @param firstSeen when the bucket was first noticed; null where that is not known. Lifetimes
     *     count from the later of this and the creation
     */
    public Verdict judge(LabBucket bucket, @Nullable Instant firstSeen, Instant now) {
        return leftAlone(bucket, now).orElseGet(() -> lifetime.judge(bucket, firstSeen, now));
    }

    /**
     * Judges a bucket that a person named outright: its end is no matter, everything else that
     * keeps a bucket still does.
     */
    public Verdict judgeNamed(LabBucket bucket, Instant now) {
        return leftAlone(bucket, now)
                .orElseGet(() ->
                        new Verdict.Removable(
                                RemovableReason.NAMED,
                                Explanation.of("A person named it outright.")));
    }

    /** When the bucket's time is over; empty where nothing says so, or it cannot be told. */
    public Optional<Instant> end(LabBucket bucket, @Nullable Instant firstSeen) {
        return lifetime.end(bucket, firstSeen);
    }

    private Optional<Verdict> leftAlone(LabBucket bucket, Instant now) {
        return standing.otherName(bucket)
                .or(() -> standing.notLab(bucket))
                .or(() -> standing.ownThing(bucket))
                .or(() -> standing.keepTag(bucket, now))
                .or(() -> standing.unreadableKeep(bucket));
    }
}
