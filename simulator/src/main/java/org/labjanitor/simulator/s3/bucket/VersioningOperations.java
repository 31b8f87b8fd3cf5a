package org.labjanitor.simulator.s3.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** GetBucketVersioning and PutBucketVersioning. */
final class VersioningOperations {
    private final BucketDirectory directory;

    VersioningOperations(BucketDirectory directory) {
        this.directory = directory;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>(
                        "GetBucketVersioning", GetBucketVersioningRequest::builder, this::get),
                new Operation<>(
                        "PutBucketVersioning", PutBucketVersioningRequest::builder, this::put));
    }

    private GetBucketVersioningResponse get(
            CallContext context, GetBucketVersioningRequest request) {
        Bucket bucket =
                directory.require(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:GetBucketVersioning",
                        null);
        GetBucketVersioningResponse.Builder response = GetBucketVersioningResponse.builder();
        switch (bucket.versioning()) {
            case ENABLED -> response.status(BucketVersioningStatus.ENABLED);
            case SUSPENDED -> response.status(BucketVersioningStatus.SUSPENDED);
            case NEVER -> {}
        }
        if (bucket.mfaDelete()) {
            response.mfaDelete(MFADeleteStatus.ENABLED);
        }
        return response.build();
    }

    private PutBucketVersioningResponse put(
            CallContext context, PutBucketVersioningRequest request) {
        Bucket bucket =
                directory.require(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:PutBucketVersioning",
                        null);
        VersioningConfiguration configuration = request.versioningConfiguration();
        Versioning wanted = wanted(configuration);
        @Nullable MFADelete mfaDelete = configuration.mfaDelete();
        requireMfa(bucket, mfaDelete, request.mfa());
        if (wanted == Versioning.SUSPENDED) {
            requireSuspendable(bucket);
        }
        bucket.versioning(wanted);
        if (mfaDelete != null) {
            bucket.mfaDelete(mfaDelete == MFADelete.ENABLED);
        }
        return PutBucketVersioningResponse.builder().build();
    }

    private static Versioning wanted(VersioningConfiguration configuration) {
        @Nullable BucketVersioningStatus status = configuration.status();
        if (status == BucketVersioningStatus.ENABLED) {
            return Versioning.ENABLED;
        }
        if (status == BucketVersioningStatus.SUSPENDED) {
            return Versioning.SUSPENDED;
        }
        throw AwsError.badRequest(
                "IllegalVersioningConfigurationException",
                "The Versioning element must be specified");
    }

    /** The lab has no device to check a code with: a serial number and any code do. */
    private static void requireMfa(
            Bucket bucket, @Nullable MFADelete mfaDelete, @Nullable String mfa) {
        if ((mfaDelete != null || bucket.mfaDelete()) && (mfa == null || mfa.isBlank())) {
            throw S3Errors.accessDenied("Mfa Authentication must be used for this request");
        }
    }

    private static void requireSuspendable(Bucket bucket) {
        if (bucket.setting(Setting.OBJECT_LOCK).isPresent()) {
            throw new AwsError(
                    "InvalidBucketState",
                    "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.",
                    409);
        }
        if (bucket.setting(Setting.REPLICATION).isPresent()) {
            throw new AwsError(
                    "InvalidBucketState",
                    "A replication configuration is present on this bucket, so the versioning state cannot be changed.",
                    409);
        }
    }
}
