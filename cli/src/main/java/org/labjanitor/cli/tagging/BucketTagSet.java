package org.labjanitor.cli.tagging;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.inventory.TagReader;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.cli.bucket.BucketTags;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.time.Pause;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The tags of a bucket, which S3 replaces all at once (S3 API, PutBucketTagging): they are read
 * right before, written whole, and read again. The system's own ({@code aws:}) go with them, since
 * S3 refuses a set without them.
 */
public final class BucketTagSet {
    private static final int LOOKS = 4;
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final RegionalClients clients;
    private final String account;
    private final LabTags labTags;
    private final Pause pause;

    public BucketTagSet(RegionalClients clients, String account, LabTags labTags, Pause pause) {
        this.clients = clients;
        this.account = account;
        this.labTags = labTags;
        this.pause = pause;
    }

    /** Sets the tags and keeps all others; empty where exactly that was seen afterwards. */
    Optional<String> write(Piece piece, Map<String, String> tags) {
        return switch (read(piece)) {
            case TagAnswer.Gone() -> Optional.of("there is no such bucket any more");
            case TagAnswer.Unavailable(String why) ->
                    Optional.of(
                            "its tags cannot be read, and writing would lose them; nothing was changed. "
                                    + why);
            case TagAnswer.Known(Map<String, String> before) ->
                    labTags.lab(before).isEmpty()
                            ? Optional.of("it has lost its tag " + labTags.labKey())
                            : replace(piece, before, tags);
        };
    }

    private Optional<String> replace(
            Piece piece, Map<String, String> before, Map<String, String> tags) {
        Map<String, String> whole = new TreeMap<>(before);
        whole.putAll(tags);
        try {
            clients.in(piece.region())
                    .s3()
                    .putBucketTagging(request ->
                            request.bucket(piece.id())
                                    .expectedBucketOwner(account)
                                    .tagging(tagging -> tagging.tagSet(BucketTags.list(whole))));
        } catch (SdkException e) {
            return Optional.of(AwsFailure.of("s3:PutBucketTagging of " + piece.id(), e).message());
        }
        return seen(piece, whole);
    }

    /** Looks for a while: S3 may tell the old tags of a bucket for some seconds. */
    private Optional<String> seen(Piece piece, Map<String, String> whole) {
        TagAnswer answer = read(piece);
        for (int look = 1; look < LOOKS && !isWhole(answer, whole); look++) {
            try {
                pause.of(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            answer = read(piece);
        }
        if (isWhole(answer, whole)) {
            return Optional.empty();
        }
        return Optional.of(
                answer instanceof TagAnswer.Unavailable(String why)
                        ? "its tags were written, but cannot be read again: " + why
                        : "its tags are not what was written; somebody may have changed them at the same time");
    }

    private static boolean isWhole(TagAnswer answer, Map<String, String> whole) {
        return answer instanceof TagAnswer.Known(Map<String, String> tags) && tags.equals(whole);
    }

    private TagAnswer read(Piece piece) {
        return new TagReader(clients, account)
                .read(new ListedBucket(piece.id(), piece.region(), piece.begin()));
    }
}
