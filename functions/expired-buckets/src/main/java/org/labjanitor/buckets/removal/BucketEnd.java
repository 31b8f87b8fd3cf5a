package org.labjanitor.buckets.removal;

import java.time.Duration;
import org.labjanitor.buckets.emptying.EmptyingOrder;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.S3Refusal;
import org.labjanitor.runtime.time.Pause;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The last steps with an emptied bucket: deleting it, and looking whether that is what happened.
 */
final class BucketEnd {
    private static final int ATTEMPTS = 4;
    private static final int LOOKS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final RegionalClients clients;
    private final S3Client s3;
    private final EmptyingOrder order;
    private final Pause pause;

    BucketEnd(RegionalClients clients, EmptyingOrder order, Pause pause) {
        this.clients = clients;
        this.s3 = clients.in(order.region()).s3();
        this.order = order;
        this.pause = pause;
    }

    /** How a step ended. */
    enum Kind {
        DONE,
        NOT_EMPTY,
        REFUSED
    }

    /** How a step ended, and why. */
    record Answer(Kind kind, String detail) {
        static Answer done() {
            return new Answer(Kind.DONE, "");
        }

        static Answer refused(String why) {
            return new Answer(Kind.REFUSED, why);
        }
    }

    /** Asks S3 to delete the bucket; what is gone already counts as done. */
    Answer delete() {
        Duration wait = FIRST_PAUSE;
        Answer answer = deleteOnce();
        for (int attempt = 1; attempt < ATTEMPTS && isConflict(answer); attempt++) {
            if (!pausedFor(wait)) {
                return Answer.refused("the run was interrupted");
            }
            wait = wait.multipliedBy(2);
            answer = deleteOnce();
        }
        return answer;
    }

    private Answer deleteOnce() {
        try {
            s3.deleteBucket(
                    request -> request.bucket(order.bucket()).expectedBucketOwner(order.owner()));
            return Answer.done();
        } catch (SdkException e) {
            S3Refusal refusal = S3Refusal.of(e);
            if (refusal.isNoSuchBucket()) {
                return Answer.done();
            }
            return refusal.is("BucketNotEmpty")
                    ? new Answer(Kind.NOT_EMPTY, "")
                    : Answer.refused(
                            AwsFailure.of("s3:DeleteBucket of " + order.bucket(), e).message());
        }
    }

    /** Another operation on the bucket is under way; S3 asks to come back later. */
    private static boolean isConflict(Answer answer) {
        return answer.kind() == Kind.REFUSED && answer.detail().contains("OperationAborted");
    }

    /** Looks until the bucket is gone, for a while: S3 only queues a deletion. */
    Answer look() {
        Duration wait = FIRST_PAUSE;
        Answer answer = lookOnce();
        for (int look = 1; look < LOOKS && answer.kind() != Kind.DONE; look++) {
            if (!pausedFor(wait)) {
                break;
            }
            wait = wait.multipliedBy(2);
            answer = lookOnce();
        }
        return answer;
    }

    private Answer lookOnce() {
        try {
            s3.headBucket(
                    request -> request.bucket(order.bucket()).expectedBucketOwner(order.owner()));
            return Answer.refused("S3 accepted its deletion, and still shows it");
        } catch (SdkException e) {
            S3Refusal refusal = S3Refusal.of(e);
            if (refusal.isNoSuchBucket()) {
                return Answer.done();
            }
            String why =
                    AwsFailure.of("s3:ListBucket (HeadBucket) of " + order.bucket(), e).message();
            return refusal.isForbidden() ? taken(why) : Answer.refused(why);
        }
    }

    /** A freed name can be taken by anybody at once; the bucket then is somebody else's. */
    private Answer taken(String why) {
        try {
            return new BucketList(clients).named(order.bucket()).isEmpty()
                    ? new Answer(Kind.DONE, "another account has taken its name since")
                    : Answer.refused(why);
        } catch (SdkException e) {
            return Answer.refused(why);
        }
    }

    /** Looks whether anything is in the bucket. */
    Answer seenEmpty() {
        try {
            return Emptiness.hasVersions(s3, order.bucket(), order.owner())
                    ? new Answer(Kind.NOT_EMPTY, "")
                    : Answer.done();
        } catch (SdkException e) {
            return Answer.refused(
                    AwsFailure.of("s3:ListBucketVersions of " + order.bucket(), e).message());
        }
    }

    private boolean pausedFor(Duration wait) {
        try {
            pause.of(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
