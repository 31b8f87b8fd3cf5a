package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.policy.BucketPolicy;
import org.labjanitor.core.tag.EndOfLife;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/** What a bucket's tags, its age and the default lifetime say about its end. */
final class BucketLifetime {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Instant BIRTH_OF_S3 = Instant.parse("2006-03-14T00:00:00Z");
    private static final String DEFAULT_LIFETIME = "default lifetime";
    private static final String CREATION = "S3 ListBuckets";
    private static final String FIRST_SIGHT = "ledger";

    private final BucketPolicy policy;
    private final LabTags tags;

    BucketLifetime(BucketPolicy policy, LabTags tags) {
        this.policy = policy;
        this.tags = tags;
    }

    /** The moment from which the bucket may go; empty where there is none, or it is not known. */
    Optional<Instant> end(LabBucket bucket, @Nullable Instant firstSeen) {
        Optional<Instant> begin = begin(bucket, firstSeen);
        if (begin.isEmpty() && countsFromBegin(bucket)) {
            return Optional.empty();
        }
        return endCountedFrom(bucket, begin.orElse(Instant.EPOCH)) instanceof EndOfLife.At at
                ? Optional.of(at.end())
                : Optional.empty();
    }

    Verdict judge(LabBucket bucket, @Nullable Instant firstSeen, Instant now) {
        // An unreadable tag is a fault that its owner can mend, whatever else is not known.
        if (endCountedFrom(bucket, now) instanceof EndOfLife.Unreadable(var tag)) {
            return new Verdict.Unknown(
                    UnknownReason.UNREADABLE_TAG, Explanation.of(tag.sentence()));
        }
        Optional<Instant> begin = begin(bucket, firstSeen);
        if (countsFromBegin(bucket)) {
            Optional<Verdict> implausible = implausible(bucket, begin.orElse(null), now);
            if (implausible.isPresent()) {
                return implausible.get();
            }
        }
        return switch (endCountedFrom(bucket, begin.orElse(Instant.EPOCH))) {
            case EndOfLife.Open _ -> noEnd();
            case EndOfLife.At at -> judge(bucket, firstSeen, at, now);
            case EndOfLife.Unreadable(var tag) ->
                    new Verdict.Unknown(
                            UnknownReason.UNREADABLE_TAG, Explanation.of(tag.sentence()));
        };
    }

    private Verdict judge(
            LabBucket bucket, @Nullable Instant firstSeen, EndOfLife.At at, Instant now) {
        String because =
                at.key().equals(DEFAULT_LIFETIME)
                        ? "by the default lifetime of " + at.value()
                        : "by its tag " + at.key();
        Fact[] facts = facts(bucket, firstSeen, at).toArray(new Fact[0]);
        if (at.isOver(now)) {
            return new Verdict.Removable(
                    RemovableReason.EXPIRED,
                    Explanation.of(
                            "Its time was over at " + Minutes.utc(at.end()) + ", " + because + ".",
                            facts));
        }
        return new Verdict.Keep(
                KeepReason.NOT_EXPIRED,
                Explanation.of(
                        "Its time is over at " + Minutes.utc(at.end()) + ", " + because + ".",
                        facts));
    }

    private Verdict noEnd() {
        return new Verdict.Keep(
                KeepReason.NO_END,
                Explanation.of(
                        "Nothing says when its time is over: it has neither a tag "
                                + tags.expiresKey()
                                + " nor "
                                + tags.ttlKey()
                                + ", and no default lifetime is set."));
    }

    private List<Fact> facts(LabBucket bucket, @Nullable Instant firstSeen, EndOfLife.At at) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                at.key().equals(DEFAULT_LIFETIME)
                        ? new Fact(DEFAULT_LIFETIME, at.value(), "the settings", at.end())
                        : new Fact(
                                "tag " + at.key(), at.value(), BucketStanding.TAGGING, at.end()));
        if (bucket.createdAt() != null) {
            facts.add(
                    new Fact(
                            "created",
                            Minutes.utc(bucket.createdAt()),
                            CREATION,
                            bucket.createdAt()));
        }
        if (firstSeen != null) {
            facts.add(new Fact("first seen", Minutes.utc(firstSeen), FIRST_SIGHT, firstSeen));
        }
        return facts;
    }

    private static Optional<Verdict> implausible(
            LabBucket bucket, @Nullable Instant begin, Instant now) {
        if (begin == null) {
            return Standing.unknown(
                    UnknownReason.IMPLAUSIBLE,
                    Explanation.of(
                            "S3 gave no creation date for it, from which its lifetime counts."));
        }
        Instant created = bucket.createdAt();
        if (begin.isAfter(now.plus(CLOCK_SKEW))
                || (created != null && created.isBefore(BIRTH_OF_S3))) {
            return Standing.unknown(
                    UnknownReason.IMPLAUSIBLE,
                    Explanation.of(
                            created != null && created.isBefore(BIRTH_OF_S3)
                                    ? "It is said to be older than S3 itself."
                                    : "The date from which its lifetime counts lies in the future.",
                            new Fact("created", String.valueOf(created), CREATION, created)));
        }
        return Optional.empty();
    }

    /** The later of the creation and the first sight, of those that are known. */
    private static Optional<Instant> begin(LabBucket bucket, @Nullable Instant firstSeen) {
        Instant created = bucket.createdAt();
        if (created == null || (firstSeen != null && firstSeen.isAfter(created))) {
            return Optional.ofNullable(firstSeen);
        }
        return Optional.of(created);
    }

    private boolean countsFromBegin(LabBucket bucket) {
        boolean hasTtl = bucket.tag(tags.ttlKey()).isPresent();
        return hasTtl || (policy.lifetime() != null && bucket.tag(tags.expiresKey()).isEmpty());
    }

    private EndOfLife endCountedFrom(LabBucket bucket, Instant begin) {
        EndOfLife byTags = tags.endOfLife(bucket.tags(), begin);
        Duration lifetime = policy.lifetime();
        if (byTags instanceof EndOfLife.Open && lifetime != null) {
            return new EndOfLife.At(
                    TagTime.after(begin, lifetime), DEFAULT_LIFETIME, TagTime.text(lifetime));
        }
        return byTags;
    }
}
