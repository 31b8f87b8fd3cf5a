package org.labjanitor.simulator.s3.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.identity.RegionCatalogue;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.s3.model.BucketNamespace;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;

/** CreateBucket, DeleteBucket, HeadBucket and GetBucketLocation. */
final class BucketOperations {
    private static final String FIRST_REGION = "us-east-1";

    private final BucketDirectory directory;
    private final RegionCatalogue regions;

    BucketOperations(BucketDirectory directory, RegionCatalogue regions) {
        this.directory = directory;
        this.regions = regions;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>("CreateBucket", CreateBucketRequest::builder, this::create),
                new Operation<>("DeleteBucket", DeleteBucketRequest::builder, this::delete),
                new Operation<>("HeadBucket", HeadBucketRequest::builder, this::head),
                new Operation<>(
                        "GetBucketLocation", GetBucketLocationRequest::builder, this::location));
    }

    private CreateBucketResponse create(CallContext context, CreateBucketRequest request) {
        String name = request.bucket();
        Place home = new Place(context.accountId(), home(context, constraint(request)));
        BucketNames.require(name);
        if (request.bucketNamespace() == BucketNamespace.ACCOUNT_REGIONAL) {
            BucketNames.requireRegional(name, home);
        }
        Bucket bucket = configured(directory.draft(name, home), request);
        if (directory.add(bucket).isEmpty()) {
            refuseTaken(context, name);
        }
        String location =
                home.region().equals(FIRST_REGION)
                        ? "/" + name
                        : "http://%s.s3.amazonaws.com/".formatted(name);
        return CreateBucketResponse.builder()
                .location(location)
                .bucketArn("arn:aws:s3:::" + name)
                .build();
    }

    private static Bucket configured(Bucket bucket, CreateBucketRequest request) {
        @Nullable CreateBucketConfiguration configuration = request.createBucketConfiguration();
        if (configuration != null && configuration.hasTags()) {
            bucket.tags(TagOperations.checked(configuration.tags()));
        }
        if (request.objectOwnership() != null) {
            bucket.setting(Setting.OWNERSHIP, BucketSettings.ownership(request.objectOwnership()));
        }
        if (Boolean.TRUE.equals(request.objectLockEnabledForBucket())) {
            bucket.versioning(Versioning.ENABLED);
            bucket.setting(
                    Setting.OBJECT_LOCK,
                    ObjectLockConfiguration.builder()
                            .objectLockEnabled(ObjectLockEnabled.ENABLED)
                            .build());
        }
        return bucket;
    }

    private static @Nullable String constraint(CreateBucketRequest request) {
        @Nullable CreateBucketConfiguration configuration = request.createBucketConfiguration();
        return configuration == null ? null : configuration.locationConstraintAsString();
    }

    /**
     * Only the endpoint of us-east-1 creates buckets elsewhere, and only there a bucket needs no
     * constraint.
     */
    private String home(CallContext context, @Nullable String constraint) {
        String here = context.region();
        if (here.equals(FIRST_REGION)) {
            return constraint == null ? here : region(constraint);
        }
        if (constraint == null || !region(constraint).equals(here)) {
            throw AwsError.badRequest(
                    "IllegalLocationConstraintException",
                    "The %s location constraint is incompatible for the region specific endpoint this request was sent to."
                            .formatted(constraint == null ? "unspecified" : constraint));
        }
        return here;
    }

    private String region(String constraint) {
        String region = constraint.equals("EU") ? "eu-west-1" : constraint;
        if (region.equals(FIRST_REGION) || !regions.exists(region)) {
            throw AwsError.badRequest(
                            "InvalidLocationConstraint",
                            "The specified location-constraint is not valid")
                    .withDetail("LocationConstraint", constraint);
        }
        return region;
    }

    /** "In us-east-1, for legacy compatibility", creating one's own bucket again is a success. */
    private void refuseTaken(CallContext context, String name) {
        Bucket existing = directory.find(name).orElseThrow(() -> S3Errors.noSuchBucket(name));
        if (!existing.ownerAccount().equals(context.accountId())) {
            throw new AwsError(
                            "BucketAlreadyExists",
                            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
                            409)
                    .withDetail("BucketName", name);
        }
        boolean legacy =
                context.region().equals(FIRST_REGION) && existing.region().equals(FIRST_REGION);
        if (!legacy) {
            throw new AwsError(
                            "BucketAlreadyOwnedByYou",
                            "Your previous request to create the named bucket succeeded and you already own it.",
                            409)
                    .withDetail("BucketName", name);
        }
    }

    private DeleteBucketResponse delete(CallContext context, DeleteBucketRequest request) {
        Bucket bucket =
                directory.require(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:DeleteBucket",
                        null);
        if (!bucket.objects().isEmpty()) {
            throw new AwsError("BucketNotEmpty", "The bucket you tried to delete is not empty", 409)
                    .withDetail("BucketName", bucket.name());
        }
        directory.remove(bucket);
        return DeleteBucketResponse.builder().build();
    }

    /** Tells the Region of a bucket that exists, whatever else it refuses. */
    private HeadBucketResponse head(CallContext context, HeadBucketRequest request) {
        try {
            Bucket bucket =
                    directory.require(
                            context,
                            request.bucket(),
                            request.expectedBucketOwner(),
                            "s3:ListBucket",
                            null);
            return HeadBucketResponse.builder()
                    .bucketRegion(bucket.region())
                    .bucketArn("arn:aws:s3:::" + bucket.name())
                    .accessPointAlias(false)
                    .build();
        } catch (AwsError e) {
            throw directory
                    .find(request.bucket())
                    .map(bucket -> e.withHeader(S3Errors.REGION_HEADER, bucket.region()))
                    .orElse(e);
        }
    }

    private GetBucketLocationResponse location(
            CallContext context, GetBucketLocationRequest request) {
        Bucket bucket =
                directory.require(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:GetBucketLocation",
                        null);
        GetBucketLocationResponse.Builder response = GetBucketLocationResponse.builder();
        if (!bucket.region().equals(FIRST_REGION)) {
            response.locationConstraint(bucket.region());
        }
        return response.build();
    }
}
