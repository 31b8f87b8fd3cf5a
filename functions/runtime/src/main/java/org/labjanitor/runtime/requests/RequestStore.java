package org.labjanitor.runtime.requests;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The request bucket. Every call names the account that has to own it, so that a bucket of somebody
 * else's, or of the same name in another's hands, is neither read nor written.
 */
final class RequestStore {
    /** The largest request that is read, in bytes. */
    static final int LARGEST = 256 * 1024;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final Supplier<S3Client> s3;
    private final String bucket;
    private final String owner;

    RequestStore(Supplier<S3Client> s3, String bucket, String owner) {
        this.s3 = s3;
        this.bucket = bucket;
        this.owner = owner;
    }

    /** An object's content. */
    @SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
    record Stored(byte[] content, String eTag) {}

    /** What reading a request found. */
    sealed interface Reading {
        /**
         * The request.
         *
         * @param version names its content
         */
        @SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
        record Found(String version, byte[] content) implements Reading {}

        /** More than {@link #LARGEST} bytes, which were not read. */
        record TooLarge(String version, long bytes) implements Reading {}

        /** It is not there any more. */
        record Gone() implements Reading {}
    }

    /** Reads a version of a request, or the newest where there is only one. */
    Reading read(String key, @Nullable String versionId) {
        try (var object = open(key, versionId)) {
            GetObjectResponse head = object.response();
            String version = version(head);
            if (head.contentLength() > LARGEST) {
                object.abort();
                return new Reading.TooLarge(version, head.contentLength());
            }
            return new Reading.Found(version, object.readAllBytes());
        } catch (SdkException e) {
            if (isAnswered(e, NOT_FOUND)) {
                return new Reading.Gone();
            }
            throw new AwsFailedException("s3:GetObject of " + key, e);
        } catch (IOException e) {
            throw cutOff(key, e);
        }
    }

    /** An object of the function's own; empty where there is none. */
    Optional<Stored> get(String key) {
        try (var object = open(key, null)) {
            return Optional.of(new Stored(object.readAllBytes(), object.response().eTag()));
        } catch (SdkException e) {
            if (isAnswered(e, NOT_FOUND)) {
                return Optional.empty();
            }
            throw new AwsFailedException("s3:GetObject of " + key, e);
        } catch (IOException e) {
            throw cutOff(key, e);
        }
    }

    private static AwsFailedException cutOff(String key, IOException e) {
        return new AwsFailedException(
                "s3:GetObject of " + key, SdkClientException.create(e.getMessage(), e));
    }

    /** The ETag of an object; empty where there is none. */
    Optional<String> eTag(String key) {
        try {
            return Optional.of(
                    s3.get()
                            .headObject(
                                    head -> head.bucket(bucket).key(key).expectedBucketOwner(owner))
                            .eTag());
        } catch (SdkException e) {
            if (isAnswered(e, NOT_FOUND)) {
                return Optional.empty();
            }
            throw new AwsFailedException("s3:GetObject of " + key, e);
        }
    }

    /** Writes an object and gives its ETag; empty where there is one already. */
    Optional<String> create(String key, byte[] document) {
        return putIf(key, document, put -> put.ifNoneMatch("*"));
    }

    /** Writes over an object and gives its ETag; empty where it is not the one of {@code eTag}. */
    Optional<String> replace(String key, String eTag, byte[] document) {
        return putIf(key, document, put -> put.ifMatch(eTag));
    }

    /** Writes an object, whatever is there. */
    void put(String key, byte[] document) {
        try {
            String _ = put(key, document, put -> {});
        } catch (SdkException e) {
            throw new AwsFailedException("s3:PutObject of " + key, e);
        }
    }

    private Optional<String> putIf(
            String key, byte[] document, Consumer<PutObjectRequest.Builder> condition) {
        try {
            return Optional.of(put(key, document, condition));
        } catch (SdkException e) {
            if (isAnswered(e, PRECONDITION_FAILED, CONFLICT, NOT_FOUND)) {
                return Optional.empty();
            }
            throw new AwsFailedException("s3:PutObject of " + key, e);
        }
    }

    private static boolean isAnswered(SdkException failure, Integer... statuses) {
        S3Refusal refusal = S3Refusal.of(failure);
        return List.of(statuses).contains(refusal.status()) && !refusal.is("NoSuchBucket");
    }

    private String put(String key, byte[] document, Consumer<PutObjectRequest.Builder> condition) {
        return s3.get()
                .putObject(
                        PutObjectRequest.builder()
                                .bucket(bucket)
                                .key(key)
                                .expectedBucketOwner(owner)
                                .contentType("application/json")
                                .applyMutation(condition)
                                .build(),
                        RequestBody.fromBytes(document))
                .eTag();
    }

    private ResponseInputStream<GetObjectResponse> open(String key, @Nullable String versionId) {
        return s3.get()
                .getObject(
                        GetObjectRequest.builder()
                                .bucket(bucket)
                                .key(key)
                                .versionId(versionId)
                                .expectedBucketOwner(owner)
                                .build());
    }

    /** Without versioning, ETag and time tell one put from another. */
    private static String version(GetObjectResponse head) {
        String id = head.versionId();
        return id == null || id.equals("null") ? head.eTag() + " " + head.lastModified() : id;
    }
}
