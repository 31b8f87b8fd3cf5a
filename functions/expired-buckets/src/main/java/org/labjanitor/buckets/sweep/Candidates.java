package org.labjanitor.buckets.sweep;

import java.util.List;
import java.util.Map;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.grace.RunGrace;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Resource;

/**
 * Buckets as grace and result speak of them.
 *
 * <p>A bucket is never tagged with what will happen to it, unlike an instance: PutBucketTagging
 * replaces the owner's whole set of tags, so that it would take back what the owner writes at the
 * same moment, a keep tag included. Owners have the notice instead ({@code docs/adr/0010}).
 */
final class Candidates {
    private final LabTags tags;
    private final Map<String, Storage> storages;
    private final AfterEmptying after;

    /**
     * Speaks of buckets.
     *
     * @param storages what buckets hold, by name, as far as it was asked
     * @param after what becomes of a bucket once it is empty
     */
    Candidates(LabTags tags, Map<String, Storage> storages, AfterEmptying after) {
        this.tags = tags;
        this.storages = storages;
        this.after = after;
    }

    /**
     * What the grace has to hear of: every lab bucket that is there, and whatever the ledger knows
     * already, so that a warning is taken back when its bucket leaves the lab. Strangers never get
     * into the ledger.
     */
    List<Candidate> of(List<JudgedBucket> judged, RunGrace grace) {
        return judged.stream()
                .filter(one -> !one.gone())
                .filter(one -> one.isLab() || isKnown(one.bucket(), grace))
                .map(this::of)
                .toList();
    }

    private static boolean isKnown(LabBucket bucket, RunGrace grace) {
        return !bucket.region().isEmpty()
                && grace.firstSeen(bucket.region(), bucket.name()).isPresent();
    }

    Candidate of(JudgedBucket judged) {
        return new Candidate(
                resource(judged.bucket()),
                judged.verdict(),
                storage(judged.name()).cost(),
                planned());
    }

    Resource resource(LabBucket bucket) {
        return new Resource(
                bucket.name(),
                null,
                bucket.region(),
                null,
                "bucket",
                tags.owner(bucket.tags()).orElse(null),
                bucket.createdAt());
    }

    Storage storage(String name) {
        return storages.getOrDefault(name, Storage.notAsked());
    }

    Action planned() {
        return after == AfterEmptying.DELETE ? Action.WOULD_DELETE : Action.WOULD_EMPTY;
    }

    Action taken() {
        return after == AfterEmptying.DELETE ? Action.DELETE : Action.EMPTY;
    }
}
