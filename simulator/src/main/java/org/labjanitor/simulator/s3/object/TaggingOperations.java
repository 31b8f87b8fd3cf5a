package org.labjanitor.simulator.s3.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Tags of single versions. */
final class TaggingOperations {
    private final VersionDoor door;

    TaggingOperations(BucketDirectory buckets) {
        this.door = new VersionDoor(buckets);
    }

    List<Operation<?, ?>> all() {
        return List.of(
                new Operation<>("PutObjectTagging", PutObjectTaggingRequest::builder, this::put),
                new Operation<>("GetObjectTagging", GetObjectTaggingRequest::builder, this::get),
                new Operation<>(
                        "DeleteObjectTagging", DeleteObjectTaggingRequest::builder, this::delete));
    }

    private PutObjectTaggingResponse put(CallContext context, PutObjectTaggingRequest request) {
        VersionDoor.Address address =
                new VersionDoor.Address(
                        request.bucket(),
                        request.key(),
                        request.versionId(),
                        request.expectedBucketOwner());
        Bucket bucket = door.open(context, address, action("Put", request.versionId()));
        Tagging tagging = Optional.ofNullable(request.tagging()).orElseThrow(XmlScanner::malformed);
        Map<String, String> tags = tags(tagging);
        door.change(bucket, address, detail -> detail.withTags(tags));
        return PutObjectTaggingResponse.builder().versionId(request.versionId()).build();
    }

    private static Map<String, String> tags(Tagging tagging) {
        Map<String, String> tags = new TreeMap<>();
        for (Tag tag : tagging.tagSet()) {
            if (tags.put(tag.key(), tag.value()) != null) {
                throw AwsError.badRequest(
                        "InvalidTag", "Cannot provide multiple Tags with the same key");
            }
        }
        return ObjectTags.checked(tags);
    }

    private static String action(String verb, @Nullable String versionId) {
        return "s3:" + verb + (versionId == null ? "ObjectTagging" : "ObjectVersionTagging");
    }

    private GetObjectTaggingResponse get(CallContext context, GetObjectTaggingRequest request) {
        VersionDoor.Address address =
                new VersionDoor.Address(
                        request.bucket(),
                        request.key(),
                        request.versionId(),
                        request.expectedBucketOwner());
        Bucket bucket = door.open(context, address, action("Get", request.versionId()));
        List<Tag> tags =
                new TreeMap<>(door.require(bucket, address).detail().tags())
                        .entrySet().stream()
                                .map(tag ->
                                        Tag.builder()
                                                .key(tag.getKey())
                                                .value(tag.getValue())
                                                .build())
                                .toList();
        return GetObjectTaggingResponse.builder()
                .versionId(request.versionId())
                .tagSet(tags)
                .build();
    }

    private DeleteObjectTaggingResponse delete(
            CallContext context, DeleteObjectTaggingRequest request) {
        VersionDoor.Address address =
                new VersionDoor.Address(
                        request.bucket(),
                        request.key(),
                        request.versionId(),
                        request.expectedBucketOwner());
        Bucket bucket = door.open(context, address, action("Delete", request.versionId()));
        door.change(bucket, address, detail -> detail.withTags(Map.of()));
        return DeleteObjectTaggingResponse.builder().versionId(request.versionId()).build();
    }
}
