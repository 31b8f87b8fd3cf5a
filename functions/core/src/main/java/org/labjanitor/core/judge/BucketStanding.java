package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.Optional;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.bucket.OwnThing;
import org.labjanitor.core.policy.BucketPolicy;
import org.labjanitor.core.tag.KeepTag;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * The reasons to leave a bucket alone whenever its end is, and even if a person named it. Each
 * method is one reason; empty means that it does not apply.
 */
final class BucketStanding {
    static final String TAGGING = "S3 GetBucketTagging";
    private static final String LISTING = "S3 ListBuckets";

    private final BucketPolicy policy;
    private final LabTags tags;

    BucketStanding(BucketPolicy policy, LabTags tags) {
        this.policy = policy;
        this.tags = tags;
    }

    Optional<Verdict> otherName(LabBucket bucket) {
        if (bucket.name().startsWith(policy.namePrefix())) {
            return Optional.empty();
        }
        return Standing.keep(
                KeepReason.OTHER_NAME,
                Explanation.of(
                        "Not a lab bucket: its name does not begin with "
                                + policy.namePrefix()
                                + ".",
                        new Fact("name", bucket.name(), LISTING, null)));
    }

    Optional<Verdict> notLab(LabBucket bucket) {
        if (tags.lab(bucket.tags()).isPresent()) {
            return Optional.empty();
        }
        return Standing.keep(
                KeepReason.NOT_LAB,
                Explanation.of("Not a lab bucket: it has no tag " + tags.labKey() + "."));
    }

    Optional<Verdict> ownThing(LabBucket bucket) {
        return OwnThing.of(bucket, policy.ownBuckets())
                .flatMap(own ->
                        Standing.keep(
                                KeepReason.OWN_THING,
                                Explanation.of(
                                        "It is " + own.what() + ".",
                                        new Fact("deployment", own.what(), own.sign(), null))));
    }

    Optional<Verdict> keepTag(LabBucket bucket, Instant now) {
        KeepTag keep = tags.keep(bucket.tags());
        if (!keep.holdsAt(now)) {
            return Optional.empty();
        }
        String until =
                keep instanceof KeepTag.Until(Instant end) ? " until " + Minutes.utc(end) : "";
        return Standing.keep(
                KeepReason.KEEP_TAG,
                Explanation.of(
                        "Its tag " + tags.keepKey() + " keeps it" + until + ".",
                        new Fact(
                                "tag " + tags.keepKey(),
                                bucket.tag(tags.keepKey()).orElse(""),
                                TAGGING,
                                null)));
    }

    Optional<Verdict> unreadableKeep(LabBucket bucket) {
        return tags.keep(bucket.tags()) instanceof KeepTag.Unreadable(var tag)
                ? Standing.unknown(UnknownReason.UNREADABLE_TAG, Explanation.of(tag.sentence()))
                : Optional.empty();
    }
}
