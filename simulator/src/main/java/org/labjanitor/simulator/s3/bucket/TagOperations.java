package org.labjanitor.simulator.s3.bucket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * A bucket's tags: up to 50, keys up to 128 and values up to 256 characters, never the prefix
 * {@code aws:} (S3 API, PutBucketTagging).
 */
final class TagOperations {
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final BucketDirectory directory;

    TagOperations(BucketDirectory directory) {
        this.directory = directory;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>("GetBucketTagging", GetBucketTaggingRequest::builder, this::get),
                new Operation<>("PutBucketTagging", PutBucketTaggingRequest::builder, this::put),
                new Operation<>(
                        "DeleteBucketTagging", DeleteBucketTaggingRequest::builder, this::delete));
    }

    private GetBucketTaggingResponse get(CallContext context, GetBucketTaggingRequest request) {
        Bucket bucket =
                directory.require(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:GetBucketTagging",
                        null);
        if (bucket.tags().isEmpty()) {
            throw new AwsError("NoSuchTagSet", "The TagSet does not exist", 404)
                    .withDetail("BucketName", bucket.name());
        }
        return GetBucketTaggingResponse.builder()
                .tagSet(
                        bucket.tags().entrySet().stream()
                                .map(tag ->
                                        Tag.builder()
                                                .key(tag.getKey())
                                                .value(tag.getValue())
                                                .build())
                                .toList())
                .build();
    }

    private PutBucketTaggingResponse put(CallContext context, PutBucketTaggingRequest request) {
        Bucket bucket = writable(context, request.bucket(), request.expectedBucketOwner());
        Map<String, String> system = system(bucket.tags());
        List<Tag> all = request.tagging().tagSet();
        List<Tag> own =
                all.stream().filter(tag -> !tag.value().equals(system.get(tag.key()))).toList();
        if (all.size() - own.size() < system.size()) {
            throw invalid("System tags cannot be removed by requester", "aws:");
        }
        Map<String, String> whole = new LinkedHashMap<>(system);
        whole.putAll(checked(own));
        bucket.tags(whole);
        return PutBucketTaggingResponse.builder().build();
    }

    /** Those that a service has set, which whoever replaces the tags has to repeat unchanged. */
    private static Map<String, String> system(Map<String, String> tags) {
        Map<String, String> system = new LinkedHashMap<>(tags);
        system.keySet().removeIf(key -> !key.startsWith("aws:"));
        return system;
    }

    private DeleteBucketTaggingResponse delete(
            CallContext context, DeleteBucketTaggingRequest request) {
        writable(context, request.bucket(), request.expectedBucketOwner()).tags(Map.of());
        return DeleteBucketTaggingResponse.builder().build();
    }

    private Bucket writable(
            CallContext context, String name, @Nullable String expectedBucketOwner) {
        return directory.require(context, name, expectedBucketOwner, "s3:PutBucketTagging", null);
    }

    /** The tags by key, or the error that a tag which breaks a rule makes. */
    static Map<String, String> checked(List<Tag> tags) {
        if (tags.size() > MOST_TAGS) {
            throw AwsError.badRequest(
                    "BadRequest", "Bucket tag count cannot be greater than " + MOST_TAGS);
        }
        Map<String, String> byKey = new LinkedHashMap<>();
        for (Tag tag : tags) {
            requireKey(tag.key());
            if (tag.value().length() > LONGEST_VALUE) {
                throw invalid("The TagValue you have provided is invalid", tag.key());
            }
            if (byKey.put(tag.key(), tag.value()) != null) {
                throw invalid("Cannot provide multiple Tags with the same key", tag.key());
            }
        }
        return byKey;
    }

    private static void requireKey(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw invalid("The TagKey you have provided is invalid", key);
        }
        if (key.startsWith("aws:")) {
            throw invalid("System tags cannot be added/updated by requester", key);
        }
    }

    private static AwsError invalid(String message, String key) {
        return AwsError.badRequest("InvalidTag", message).withDetail("TagKey", key);
    }
}
