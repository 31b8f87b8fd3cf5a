package org.labjanitor.cli.upload;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** A bucket that files go to: the calls of an upload, each with the bucket's owner in it. */
public final class Destination {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 4;

    /** A line so slow that it is as good as none. */
    private static final long SLOWEST_BYTES_PER_SECOND = 32_000;

    private final S3Client s3;
    private final String bucket;
    private final String owner;

    /**
     * A bucket.
     *
     * @param s3 client for the bucket's Region
     * @param owner account id that it has to belong to
     */
    public Destination(S3Client s3, String bucket, String owner) {
        this.s3 = s3;
        this.bucket = bucket;
        this.owner = owner;
    }

    /** What a file is, wherever it goes. */
    record Target(String key, String contentType) {}

    /** Puts a small object; answers the CRC-32 that S3 names, or an empty text. */
    String put(Target target, byte[] content, Crc32 checksum) {
        return text(
                s3.putObject(
                                request ->
                                        request.bucket(bucket)
                                                .key(target.key())
                                                .expectedBucketOwner(owner)
                                                .contentType(target.contentType())
                                                .checksumCRC32(checksum.text())
                                                .overrideConfiguration(timeouts(content.length)),
                                RequestBody.fromBytes(content))
                        .checksumCRC32());
    }

    /** Opens an upload whose object gets one checksum over all. */
    String open(Target target) {
        return s3.createMultipartUpload(request ->
                        request.bucket(bucket)
                                .key(target.key())
                                .expectedBucketOwner(owner)
                                .contentType(target.contentType())
                                .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                                .checksumType(ChecksumType.FULL_OBJECT))
                .uploadId();
    }

    /** What S3 says of a part that it took. */
    record TakenPart(String etag, String checksum) {}

    TakenPart send(Target target, String upload, int number, FilePart part) {
        var answer =
                s3.uploadPart(
                        request ->
                                request.bucket(bucket)
                                        .key(target.key())
                                        .uploadId(upload)
                                        .partNumber(number)
                                        .expectedBucketOwner(owner)
                                        .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                                        .overrideConfiguration(timeouts(part.length())),
                        RequestBody.fromContentProvider(
                                part, part.length(), "application/octet-stream"));
        return new TakenPart(answer.eTag(), text(answer.checksumCRC32()));
    }

    /** Makes the object of its parts; answers the CRC-32 that S3 names, or an empty text. */
    String complete(Target target, String upload, CompletedMultipartUpload parts, Crc32 whole) {
        return text(
                s3.completeMultipartUpload(request ->
                                request.bucket(bucket)
                                        .key(target.key())
                                        .uploadId(upload)
                                        .expectedBucketOwner(owner)
                                        .multipartUpload(parts)
                                        .checksumType(ChecksumType.FULL_OBJECT)
                                        .checksumCRC32(whole.text())
                                        .mpuObjectSize(whole.length()))
                        .checksumCRC32());
    }

    /** Whether exactly this is there: what a lost answer would have said. */
    boolean holds(Target target, Crc32 whole) {
        try {
            HeadObjectResponse there =
                    s3.headObject(request ->
                            request.bucket(bucket)
                                    .key(target.key())
                                    .expectedBucketOwner(owner)
                                    .checksumMode(ChecksumMode.ENABLED));
            return there.contentLength() == whole.length()
                    && whole.text().equals(there.checksumCRC32());
        } catch (SdkException unknown) {
            return false;
        }
    }

    /**
     * Ends an upload, whose parts would cost money for ever.
     *
     * @throws SdkException if S3 does not do it
     */
    void abort(Target target, String upload) {
        s3.abortMultipartUpload(request ->
                request.bucket(bucket)
                        .key(target.key())
                        .uploadId(upload)
                        .expectedBucketOwner(owner));
    }

    /** A failed call in words. */
    String words(String call, Target target, SdkException failure) {
        return AwsFailure.of("%s of s3://%s/%s".formatted(call, bucket, target.key()), failure)
                .message();
    }

    private static AwsRequestOverrideConfiguration timeouts(long bytes) {
        Duration attempt = PATIENCE.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
        return AwsRequestOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(attempt.multipliedBy(ATTEMPTS))
                .build();
    }

    private static String text(@Nullable String checksum) {
        return checksum == null ? "" : checksum;
    }
}
