package org.labjanitor.runtime.ledger;

import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bucket that holds the ledgers, in the function's home Region. What is written replaces just
 * what was read before ("Conditional writes", S3 user guide). Its client is built when first used.
 * Safe for use by many threads.
 */
public final class LedgerStore {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final AwsClients clients;
    private final String bucket;
    private final LedgerReader reader = new LedgerReader();
    private final LedgerWriter writer = new LedgerWriter();

    public LedgerStore(AwsClients clients, String bucket) {
        this.clients = clients;
        this.bucket = bucket;
    }

    /** What a look into the bucket found. */
    sealed interface Reading {
        /** A ledger; {@code etag} names this state of it. */
        record Found(Ledger ledger, String etag) implements Reading {}

        /** Nothing was ever written there. */
        record Absent() implements Reading {}

        /** There is a ledger, or may be, that cannot be used. */
        record Failed(String why) implements Reading {}
    }

    /** What became of a write. */
    sealed interface Writing {
        /** It is written; {@code etag} names this state of it. */
        record Done(String etag) implements Writing {}

        /** Something else was written since it was read. */
        record Conflict() implements Writing {}

        /** It is not known to be written. */
        record Failed(String why) implements Writing {}
    }

    Reading read(LedgerPlace place) {
        GetObjectRequest request =
                GetObjectRequest.builder()
                        .bucket(bucket)
                        .key(place.key())
                        .expectedBucketOwner(place.account())
                        .build();
        try {
            ResponseBytes<GetObjectResponse> answer = clients.homeS3().getObjectAsBytes(request);
            return new Reading.Found(
                    reader.read(place, answer.asByteArrayUnsafe()), answer.response().eTag());
        } catch (NoSuchKeyException e) {
            return new Reading.Absent();
        } catch (UnreadableLedgerException e) {
            return new Reading.Failed(
                    "s3://%s/%s was left as it is: %s"
                            .formatted(bucket, place.key(), e.getMessage()));
        } catch (SdkException e) {
            return new Reading.Failed(AwsFailure.of(call("s3:GetObject", place), e).message());
        }
    }

    /**
     * Writes a ledger in place of the one that was read.
     *
     * @param etag the state that was read; null where nothing was there
     */
    Writing write(Ledger ledger, @Nullable String etag) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(ledger.place().key())
                        .expectedBucketOwner(ledger.place().account())
                        .contentType("application/json");
        if (etag == null) {
            request.ifNoneMatch("*");
        } else {
            request.ifMatch(etag);
        }
        try {
            return new Writing.Done(
                    clients.homeS3()
                            .putObject(request.build(), RequestBody.fromBytes(writer.write(ledger)))
                            .eTag());
        } catch (S3Exception e) {
            return isConflict(e, etag) ? new Writing.Conflict() : failed(ledger, e);
        } catch (SdkException e) {
            return failed(ledger, e);
        }
    }

    /** A ledger that was deleted since it was read is one that has changed, too. */
    private static boolean isConflict(S3Exception e, @Nullable String etag) {
        return switch (e.statusCode()) {
            case PRECONDITION_FAILED, CONFLICT -> true;
            case NOT_FOUND -> etag != null && !S3Refusal.of(e).is("NoSuchBucket");
            default -> false;
        };
    }

    private Writing failed(Ledger ledger, SdkException e) {
        return new Writing.Failed(AwsFailure.of(call("s3:PutObject", ledger.place()), e).message());
    }

    private String call(String action, LedgerPlace place) {
        return "%s of s3://%s/%s".formatted(action, bucket, place.key());
    }
}
