package org.labjanitor.buckets.removal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.Permission;

/**
 * The questions about one bucket, each answered by what it found. "There is none" comes from S3 as
 * an error of its own (S3 API, error responses); any other error is a question left open.
 */
final class Questions {
    private static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    private final S3Client s3;
    private final String bucket;
    private final String owner;

    Questions(S3Client s3, String bucket, String owner) {
        this.s3 = s3;
        this.bucket = bucket;
        this.owner = owner;
    }

    List<Finding> there() {
        return ask(
                "s3:ListBucket (HeadBucket)",
                "",
                () -> {
                    s3.headBucket(request -> request.bucket(bucket).expectedBucketOwner(owner));
                    return List.of();
                });
    }

    /** Empty where it could not be read, which is then among the findings. */
    Optional<GetBucketVersioningResponse> versioning(List<Finding> findings) {
        try {
            return Optional.of(
                    s3.getBucketVersioning(
                            request -> request.bucket(bucket).expectedBucketOwner(owner)));
        } catch (SdkException e) {
            findings.add(failed("s3:GetBucketVersioning", e));
            return Optional.empty();
        }
    }

    List<Finding> objectLock() {
        return ask(
                "s3:GetBucketObjectLockConfiguration",
                "ObjectLockConfigurationNotFoundError",
                () -> {
                    ObjectLockConfiguration lock =
                            s3.getObjectLockConfiguration(request ->
                                            request.bucket(bucket).expectedBucketOwner(owner))
                                    .objectLockConfiguration();
                    return lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED
                            ? List.of(
                                    new Finding(
                                            Finding.Kind.PROTECTED,
                                            "Object Lock is on, which nobody can switch off; its versions go by hand, when their retention and legal holds have ended."))
                            : List.of();
                });
    }

    List<Finding> replication() {
        return ask(
                "s3:GetReplicationConfiguration",
                "ReplicationConfigurationNotFoundError",
                () -> {
                    s3.getBucketReplication(
                            request -> request.bucket(bucket).expectedBucketOwner(owner));
                    return List.of(
                            new Finding(
                                    Finding.Kind.DEPENDED_ON,
                                    "It is replicated to another bucket; the replication would have to be removed first."));
                });
    }

    List<Finding> policy() {
        return ask(
                "s3:GetBucketPolicy",
                "NoSuchBucketPolicy",
                () ->
                        PolicyFindings.in(
                                PolicyDocument.parse(
                                        s3.getBucketPolicy(request ->
                                                        request.bucket(bucket)
                                                                .expectedBucketOwner(owner))
                                                .policy()),
                                owner));
    }

    List<Finding> website() {
        return ask(
                "s3:GetBucketWebsite",
                "NoSuchWebsiteConfiguration",
                () -> {
                    s3.getBucketWebsite(
                            request -> request.bucket(bucket).expectedBucketOwner(owner));
                    return List.of(
                            new Finding(
                                    Finding.Kind.DEPENDED_ON,
                                    "It serves a website; the website would have to be switched off first."));
                });
    }

    /**
     * The old way to let access logs in. Where the bucket's owner owns everything in it, ACLs have
     * no effect (S3 user guide, object ownership) and are not asked for.
     */
    List<Finding> logDelivery() {
        try {
            if (s3
                    .getBucketOwnershipControls(
                            request -> request.bucket(bucket).expectedBucketOwner(owner))
                    .ownershipControls()
                    .rules()
                    .stream()
                    .anyMatch(rule ->
                            rule.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED)) {
                return List.of();
            }
        } catch (SdkException e) {
            if (!S3Refusal.of(e).is("OwnershipControlsNotFoundError")) {
                return List.of(failed("s3:GetBucketOwnershipControls", e));
            }
        }
        return logDeliveryByAcl();
    }

    private List<Finding> logDeliveryByAcl() {
        return ask(
                "s3:GetBucketAcl",
                "",
                () -> {
                    boolean granted =
                            s3
                                    .getBucketAcl(request ->
                                            request.bucket(bucket).expectedBucketOwner(owner))
                                    .grants()
                                    .stream()
                                    .anyMatch(Questions::isLogDelivery);
                    return granted
                            ? List.of(
                                    new Finding(
                                            Finding.Kind.DEPENDED_ON,
                                            "Its ACL lets S3 deliver access logs into it; the logging of the other buckets, and the grant, would have to end first."))
                            : List.of();
                });
    }

    private static boolean isLogDelivery(Grant grant) {
        return grant.grantee() != null
                && LOG_DELIVERY.equals(grant.grantee().uri())
                && (grant.permission() == Permission.WRITE
                        || grant.permission() == Permission.FULL_CONTROL);
    }

    private List<Finding> ask(String call, String none, Supplier<List<Finding>> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            return S3Refusal.of(e).is(none) && !none.isEmpty()
                    ? List.of()
                    : List.of(failed(call, e));
        } catch (UnreadablePolicyException e) {
            return List.of(
                    new Finding(
                            Finding.Kind.UNREADABLE,
                            "Its policy could not be read: " + e.getMessage() + "."));
        }
    }

    private Finding failed(String call, SdkException failure) {
        return S3Refusal.of(failure).isNoSuchBucket()
                ? new Finding(Finding.Kind.GONE, "There is no such bucket any more.")
                : new Finding(
                        Finding.Kind.UNREADABLE,
                        AwsFailure.of(call + " of " + bucket, failure).message() + ".");
    }
}
