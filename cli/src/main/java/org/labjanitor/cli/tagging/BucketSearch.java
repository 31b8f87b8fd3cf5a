package org.labjanitor.cli.tagging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.labjanitor.buckets.inventory.Absence;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.inventory.TagReader;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.ParallelCalls;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds buckets of one account. */
public final class BucketSearch {
    private static final int READS_AT_ONCE = 16;

    private final RegionalClients clients;
    private final String account;
    private final LabTags labTags;

    public BucketSearch(RegionalClients clients, String account, LabTags labTags) {
        this.clients = clients;
        this.account = account;
        this.labTags = labTags;
    }

    /** The bucket of that name, whatever its tags. */
    public Found named(String name) {
        BucketList list = new BucketList(clients);
        try {
            return list.named(name)
                    .map(this::read)
                    .orElseGet(() ->
                            Found.none(
                                    "s3://%s: %s"
                                            .formatted(
                                                    name, new Absence(clients, account).of(name))));
        } catch (SdkException e) {
            return Found.none(AwsFailure.of(list.call(), e).message());
        }
    }

    /**
     * Every bucket of the lab.
     *
     * @param prefix what the names of the lab's buckets begin with
     * @param regions where to look; empty: everywhere
     */
    public Found ofLab(String lab, String prefix, List<String> regions) {
        BucketList list = new BucketList(clients);
        List<ListedBucket> candidates;
        try {
            candidates = list.withPrefix(prefix);
        } catch (SdkException e) {
            return Found.none(AwsFailure.of(list.call(), e).message());
        }
        List<Callable<Found>> reads =
                candidates.stream()
                        .filter(bucket -> regions.isEmpty() || regions.contains(bucket.region()))
                        .map(bucket -> (Callable<Found>) () -> read(bucket))
                        .toList();
        Found all = new Found(List.of(), List.of());
        for (Found found : new ParallelCalls(READS_AT_ONCE).all(reads)) {
            all = all.and(found);
        }
        return new Found(
                all.pieces().stream()
                        .filter(piece -> labTags.lab(piece.tags()).filter(lab::equals).isPresent())
                        .toList(),
                all.troubles());
    }

    private Found read(ListedBucket bucket) {
        return switch (new TagReader(clients, account).read(bucket)) {
            case TagAnswer.Known(Map<String, String> tags) ->
                    Found.of(
                            new Piece(
                                    Piece.Kind.BUCKET,
                                    bucket.name(),
                                    bucket.region(),
                                    tags,
                                    bucket.createdAt()));
            case TagAnswer.Unavailable(String why) ->
                    Found.none("s3://%s: %s".formatted(bucket.name(), why));
            case TagAnswer.Gone() ->
                    Found.none(
                            "s3://%s: there is no such bucket any more".formatted(bucket.name()));
        };
    }
}
