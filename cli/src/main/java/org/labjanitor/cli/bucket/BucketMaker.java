package org.labjanitor.cli.bucket;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.inventory.TagReader;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.core.bucket.BucketName;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketNamespace;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * Makes buckets that have their tags from the first moment. A bucket that does not get everything
 * it was asked for is deleted again: without its tags the lab would never clean it up.
 */
public final class BucketMaker {
    /** The one Region that S3 takes no constraint for (S3 API, CreateBucket). */
    private static final String UNCONSTRAINED = "us-east-1";

    private static final String OWNED = "BucketAlreadyOwnedByYou";

    private final RegionalClients clients;
    private final String account;

    /** A maker for one account. */
    public BucketMaker(RegionalClients clients, String account) {
        this.clients = clients;
        this.account = account;
    }

    /** Makes the bucket, and looks whether it is as it was asked for. */
    public Making make(NewBucket bucket) {
        // In us-east-1 S3 calls it a success to create one's own bucket again, and resets its ACL.
        Optional<String> taken = taken(bucket.name(), bucket.region());
        if (taken.isPresent()) {
            return new Making.NotMade(taken.get());
        }
        try {
            s3(bucket).createBucket(request(bucket));
        } catch (SdkException e) {
            if (!isOurs(bucket, e)) {
                return new Making.NotMade(refusal(bucket, e));
            }
        }
        return finished(bucket);
    }

    private Optional<String> taken(String name, String region) {
        try {
            @Nullable String home =
                    clients.in(region)
                            .s3()
                            .headBucket(
                                    request -> request.bucket(name).expectedBucketOwner(account))
                            .bucketRegion();
            return Optional.of(yours(name, home == null ? region : home));
        } catch (SdkException e) {
            S3Refusal refusal = S3Refusal.of(e);
            if (refusal.isNoSuchBucket()) {
                return Optional.empty();
            }
            String home = refusal.region();
            if (!home.isEmpty() && !home.equals(region) && !refusal.isForbidden()) {
                return taken(name, home);
            }
            return Optional.of(
                    refusal.isForbidden()
                            ? forbidden(name, region, e)
                            : AwsFailure.of("s3:ListBucket (HeadBucket) of " + name, e).message());
        }
    }

    /** S3 refuses a look at other people's buckets, and at one's own without the right to it. */
    private String forbidden(String name, String region, SdkException failure) {
        try {
            return new BucketList(clients)
                    .named(name)
                    .map(own -> yours(name, own.region()))
                    .orElseGet(() -> someoneElses(name));
        } catch (SdkException alsoRefused) {
            return "%s. Either there is such a bucket in %s that is not yours, or that right is missing"
                    .formatted(
                            AwsFailure.of("s3:ListBucket (HeadBucket) of " + name, failure)
                                    .message(),
                            region);
        }
    }

    private static String yours(String name, String region) {
        return "s3://%s is yours already, in %s; it was left as it is".formatted(name, region);
    }

    private String someoneElses(String name) {
        return "the name %s is taken by another account: bucket names are shared by everybody. %s may be free"
                .formatted(name, BucketName.legal(name + "-" + account));
    }

    private CreateBucketRequest request(NewBucket bucket) {
        CreateBucketConfiguration.Builder configuration =
                CreateBucketConfiguration.builder().tags(BucketTags.list(bucket.tags()));
        if (!bucket.region().equals(UNCONSTRAINED)) {
            configuration.locationConstraint(bucket.region());
        }
        CreateBucketRequest.Builder request =
                CreateBucketRequest.builder()
                        .bucket(bucket.name())
                        .createBucketConfiguration(configuration.build());
        if (BucketName.isAccountRegional(bucket.name())) {
            request.bucketNamespace(BucketNamespace.ACCOUNT_REGIONAL);
        }
        return request.build();
    }

    /** Where the answer to the first attempt was lost, the second one finds the bucket there. */
    private boolean isOurs(NewBucket bucket, SdkException failure) {
        return S3Refusal.of(failure).is(OWNED)
                && tags(bucket) instanceof TagAnswer.Known(Map<String, String> tags)
                && tags.equals(bucket.tags());
    }

    private String refusal(NewBucket bucket, SdkException failure) {
        String name = bucket.name();
        String said =
                AwsFailure.of("s3:CreateBucket of " + name + " in " + bucket.region(), failure)
                        .message();
        return switch (S3Refusal.of(failure).code()) {
            case OWNED -> yours(name, bucket.region());
            case "BucketAlreadyExists" -> someoneElses(name);
            case "InvalidLocationConstraint", "IllegalLocationConstraintException" ->
                    "%s. Is %s a Region, and enabled for this account?"
                            .formatted(said, bucket.region());
            case "AccessDenied" -> said + ", and for its tags s3:TagResource";
            default -> said;
        };
    }

    private Making finished(NewBucket bucket) {
        String note = "";
        Optional<String> fault = Optional.empty();
        switch (tags(bucket)) {
            case TagAnswer.Known(Map<String, String> tags) -> {
                if (!tags.equals(bucket.tags())) {
                    fault = putTags(bucket);
                }
            }
            case TagAnswer.Unavailable(String why) ->
                    note = "Its tags came with its creation, but could not be read back: " + why;
            case TagAnswer.Gone() ->
                    note = "S3 took it and does not show it yet; look again in a minute";
        }
        if (fault.isEmpty() && bucket.versioning()) {
            fault = enableVersioning(bucket);
        }
        return fault.isEmpty() ? new Making.Made(note) : undone(bucket, fault.get());
    }

    private TagAnswer tags(NewBucket bucket) {
        return new TagReader(clients, account)
                .read(new ListedBucket(bucket.name(), bucket.region(), null));
    }

    private Optional<String> putTags(NewBucket bucket) {
        try {
            s3(bucket)
                    .putBucketTagging(request ->
                            request.bucket(bucket.name())
                                    .expectedBucketOwner(account)
                                    .tagging(tagging ->
                                            tagging.tagSet(BucketTags.list(bucket.tags()))));
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(
                    AwsFailure.of("s3:PutBucketTagging of " + bucket.name(), e).message());
        }
    }

    private Optional<String> enableVersioning(NewBucket bucket) {
        try {
            s3(bucket)
                    .putBucketVersioning(request ->
                            request.bucket(bucket.name())
                                    .expectedBucketOwner(account)
                                    .versioningConfiguration(versioning ->
                                            versioning.status(BucketVersioningStatus.ENABLED)));
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(
                    AwsFailure.of("s3:PutBucketVersioning of " + bucket.name(), e).message());
        }
    }

    private Making undone(NewBucket bucket, String fault) {
        try {
            s3(bucket)
                    .deleteBucket(
                            request -> request.bucket(bucket.name()).expectedBucketOwner(account));
            return new Making.NotMade(fault + ". The empty bucket was deleted again");
        } catch (SdkException e) {
            return new Making.NotMade(
                    "%s. The empty bucket s3://%s is there, and could not be deleted again: %s"
                            .formatted(
                                    fault,
                                    bucket.name(),
                                    AwsFailure.of("s3:DeleteBucket of " + bucket.name(), e)
                                            .message()));
        }
    }

    private S3Client s3(NewBucket bucket) {
        return clients.in(bucket.region()).s3();
    }
}
