package org.labjanitor.cli.emptying;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.removal.Finding;
import org.labjanitor.buckets.removal.Finding.Kind;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.bucket.OwnThing;
import org.labjanitor.core.tag.KeepTag;
import org.labjanitor.core.tag.LabTags;

/** What speaks against emptying a bucket. */
public final class Objections {
    /** What is behind these is not for us to judge. */
    private static final Set<Kind> NOT_OURS = Set.of(Kind.GONE, Kind.OTHER_ACCOUNT);

    private final LabTags labTags;
    private final Set<String> own;
    private final Consent consent;
    private final Supplier<Instant> now;

    /**
     * Objections as far as a person has not met them.
     *
     * @param own names of the janitor's own buckets
     * @param now asked only where a keep tag names a date
     */
    public Objections(LabTags labTags, Set<String> own, Consent consent, Supplier<Instant> now) {
        this.labTags = labTags;
        this.own = Set.copyOf(own);
        this.consent = consent;
        this.now = now;
    }

    /** Each in a sentence with what would have to change; empty where nothing speaks against it. */
    public List<String> to(BucketSight sight) {
        List<Finding> findings = sight.picture().findings();
        List<String> objections = new ArrayList<>();
        findings.forEach(finding -> objections.add(finding.sentence()));
        if (findings.stream().anyMatch(finding -> NOT_OURS.contains(finding.kind()))) {
            return objections;
        }
        switch (sight.tags()) {
            case TagAnswer.Known(Map<String, String> tags) ->
                    toTags(sight.bucket(), tags, objections);
            case TagAnswer.Gone() -> objections.add("There is no such bucket any more.");
            case TagAnswer.Unavailable(String why) ->
                    objections.add(
                            "Its tags cannot be read, so nobody knows whether its owner wants to keep it. "
                                    + why);
        }
        if (sight.picture().versioned() && !consent.allVersions()) {
            objections.add(
                    "Its versioning is or was on. Emptying it deletes every version and every delete marker for"
                            + " good, so nothing can be brought back. If that is meant, add --all-versions");
        }
        return objections;
    }

    private void toTags(String bucket, Map<String, String> tags, List<String> objections) {
        toOwnThing(bucket, tags, objections);
        if (labTags.lab(tags).isEmpty() && !consent.anyBucket()) {
            objections.add(
                    "It has no tag \"%s\", so it is no bucket of the lab. To empty it all the same, add --any-bucket"
                            .formatted(labTags.labKey()));
        }
        switch (labTags.keep(tags)) {
            case KeepTag.None() -> {}
            case KeepTag.Unreadable(var tag) -> objections.add(tag.sentence() + " So it stays.");
            case KeepTag.Always() -> objections.add(kept(tags));
            case KeepTag.Until(Instant end) -> {
                if (now.get().isBefore(end)) {
                    objections.add(kept(tags));
                }
            }
        }
    }

    /** What a deployment keeps its artifacts in looks like litter, and is not. */
    private void toOwnThing(String bucket, Map<String, String> tags, List<String> objections) {
        if (consent.anyBucket()) {
            return;
        }
        OwnThing.of(new LabBucket(bucket, "", null, tags), own)
                .ifPresent(thing ->
                        objections.add(
                                "It holds %s, by %s. To empty it all the same, add --any-bucket"
                                        .formatted(thing.what(), thing.sign())));
    }

    private String kept(Map<String, String> tags) {
        return "Its owner said keep: the tag %s holds \"%s\". Change the tag first if that is not meant any more"
                .formatted(labTags.keepKey(), tags.get(labTags.keepKey()));
    }
}
