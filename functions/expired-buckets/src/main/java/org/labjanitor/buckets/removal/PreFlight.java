package org.labjanitor.buckets.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;

/** Everything that has to be known about a bucket before its first change. Reads only. */
public final class PreFlight {
    private static final int QUESTIONS_AT_ONCE = 8;

    private final RegionalClients clients;
    private final BucketList list;

    public PreFlight(AwsClients clients) {
        this(new RegionalClients(clients));
    }

    public PreFlight(RegionalClients clients) {
        this.clients = clients;
        this.list = new BucketList(clients);
    }

    /**
     * Looks at a bucket.
     *
     * @param owner account id that it has to belong to
     */
    public Picture look(String bucket, String owner) {
        String region;
        try {
            region = regionOf(bucket, owner).orElse("");
        } catch (SdkException e) {
            return new Picture("", false, List.of(missing(bucket, owner, e)));
        }
        if (region.isEmpty()) {
            return new Picture(
                    "",
                    false,
                    List.of(
                            new Finding(
                                    Finding.Kind.UNREADABLE,
                                    "S3 did not tell in which Region it is.")));
        }
        return look(new Questions(clients.in(region).s3(), bucket, owner), region);
    }

    private static Picture look(Questions questions, String region) {
        List<Finding> findings = new ArrayList<>();
        Optional<GetBucketVersioningResponse> versioning = questions.versioning(findings);
        List<Callable<List<Finding>>> others =
                List.of(
                        questions::there,
                        questions::objectLock,
                        questions::replication,
                        questions::policy,
                        questions::website,
                        questions::logDelivery);
        new ParallelCalls(QUESTIONS_AT_ONCE).all(others).forEach(findings::addAll);
        versioning
                .filter(answer -> answer.mfaDelete() == MFADeleteStatus.ENABLED)
                .ifPresent(_ ->
                        findings.add(
                                new Finding(
                                        Finding.Kind.PROTECTED,
                                        "MFA delete is on; only the account's root user can switch it off.")));
        return new Picture(
                region,
                versioning.map(GetBucketVersioningResponse::status).stream()
                        .anyMatch(PreFlight::isOrWasOn),
                findings);
    }

    private static boolean isOrWasOn(BucketVersioningStatus status) {
        return status == BucketVersioningStatus.ENABLED
                || status == BucketVersioningStatus.SUSPENDED;
    }

    /** HEAD tells the Region also where it refuses everything else. */
    private Optional<String> regionOf(String bucket, String owner) {
        try {
            return Optional.ofNullable(
                    clients.partitionHome()
                            .s3()
                            .headBucket(
                                    request -> request.bucket(bucket).expectedBucketOwner(owner))
                            .bucketRegion());
        } catch (SdkException e) {
            S3Refusal refusal = S3Refusal.of(e);
            if (refusal.region().isEmpty() || refusal.isForbidden()) {
                throw e;
            }
            return Optional.of(refusal.region());
        }
    }

    private Finding missing(String bucket, String owner, SdkException failure) {
        S3Refusal refusal = S3Refusal.of(failure);
        if (refusal.isNoSuchBucket()) {
            return new Finding(Finding.Kind.GONE, "There is no such bucket any more.");
        }
        String why = AwsFailure.of("s3:ListBucket (HeadBucket) of " + bucket, failure).message();
        if (refusal.isForbidden() && isListed(bucket).filter(listed -> !listed).isPresent()) {
            return new Finding(
                    Finding.Kind.OTHER_ACCOUNT,
                    "It does not belong to the account %s.".formatted(owner));
        }
        return new Finding(Finding.Kind.UNREADABLE, why + ".");
    }

    /** Empty where that cannot be found out. */
    private Optional<Boolean> isListed(String bucket) {
        try {
            return Optional.of(list.named(bucket).isPresent());
        } catch (SdkException unknown) {
            return Optional.empty();
        }
    }

    /**
     * What was seen.
     *
     * @param region where the bucket is; empty where it could not be found out
     * @param versioned whether versioning is or was on
     * @param findings empty where nothing speaks against removing it
     */
    public record Picture(String region, boolean versioned, List<Finding> findings) {
        public Picture {
            findings = List.copyOf(findings);
        }
    }
}
