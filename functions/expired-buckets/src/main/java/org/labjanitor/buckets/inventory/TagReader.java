package org.labjanitor.buckets.inventory;

import java.util.HashMap;
import java.util.Map;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.Tag;

/** Reads a bucket's tags in its own Region. */
public final class TagReader {
    private static final String NO_TAGS = "NoSuchTagSet";

    private final RegionalClients clients;
    private final String owner;

    /** A reader for buckets of one account. */
    public TagReader(RegionalClients clients, String owner) {
        this.clients = clients;
        this.owner = owner;
    }

    public TagAnswer read(ListedBucket bucket) {
        if (bucket.region().isEmpty()) {
            return new TagAnswer.Unavailable("S3 did not tell in which Region the bucket is");
        }
        try {
            return new TagAnswer.Known(tags(bucket));
        } catch (SdkException e) {
            S3Refusal refusal = S3Refusal.of(e);
            if (refusal.is(NO_TAGS)) {
                return new TagAnswer.Known(Map.of());
            }
            return refusal.isNoSuchBucket()
                    ? new TagAnswer.Gone()
                    : new TagAnswer.Unavailable(
                            AwsFailure.of("s3:GetBucketTagging of " + bucket.name(), e).message());
        }
    }

    private Map<String, String> tags(ListedBucket bucket) {
        Map<String, String> tags = new HashMap<>();
        for (Tag tag :
                clients.in(bucket.region())
                        .s3()
                        .getBucketTagging(
                                request -> request.bucket(bucket.name()).expectedBucketOwner(owner))
                        .tagSet()) {
            tags.put(tag.key(), tag.value());
        }
        return tags;
    }
}
