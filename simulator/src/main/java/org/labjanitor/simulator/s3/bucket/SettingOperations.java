package org.labjanitor.simulator.s3.bucket;

import static org.labjanitor.simulator.s3.bucket.Setting.CORS;
import static org.labjanitor.simulator.s3.bucket.Setting.ENCRYPTION;
import static org.labjanitor.simulator.s3.bucket.Setting.LIFECYCLE;
import static org.labjanitor.simulator.s3.bucket.Setting.LOGGING;
import static org.labjanitor.simulator.s3.bucket.Setting.NOTIFICATION;
import static org.labjanitor.simulator.s3.bucket.Setting.OBJECT_LOCK;
import static org.labjanitor.simulator.s3.bucket.Setting.OWNERSHIP;
import static org.labjanitor.simulator.s3.bucket.Setting.PUBLIC_ACCESS_BLOCK;
import static org.labjanitor.simulator.s3.bucket.Setting.REPLICATION;
import static org.labjanitor.simulator.s3.bucket.Setting.WEBSITE;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TraitType;
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.PutBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * The settings of a bucket that S3 gives back as they were put: one line an operation, with the
 * action that it needs.
 */
final class SettingOperations {
    private final BucketDirectory directory;

    SettingOperations(BucketDirectory directory) {
        this.directory = directory;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                get(
                        "GetBucketLifecycleConfiguration",
                        "s3:GetLifecycleConfiguration",
                        LIFECYCLE,
                        GetBucketLifecycleConfigurationRequest::builder,
                        GetBucketLifecycleConfigurationResponse::builder),
                put(
                        "PutBucketLifecycleConfiguration",
                        "s3:PutLifecycleConfiguration",
                        LIFECYCLE,
                        PutBucketLifecycleConfigurationRequest::builder,
                        PutBucketLifecycleConfigurationResponse::builder),
                delete(
                        "DeleteBucketLifecycle",
                        "s3:PutLifecycleConfiguration",
                        LIFECYCLE,
                        DeleteBucketLifecycleRequest::builder,
                        DeleteBucketLifecycleResponse::builder),
                get(
                        "GetBucketReplication",
                        "s3:GetReplicationConfiguration",
                        REPLICATION,
                        GetBucketReplicationRequest::builder,
                        GetBucketReplicationResponse::builder),
                put(
                        "PutBucketReplication",
                        "s3:PutReplicationConfiguration",
                        REPLICATION,
                        PutBucketReplicationRequest::builder,
                        PutBucketReplicationResponse::builder),
                delete(
                        "DeleteBucketReplication",
                        "s3:PutReplicationConfiguration",
                        REPLICATION,
                        DeleteBucketReplicationRequest::builder,
                        DeleteBucketReplicationResponse::builder),
                get(
                        "GetBucketWebsite",
                        "s3:GetBucketWebsite",
                        WEBSITE,
                        GetBucketWebsiteRequest::builder,
                        GetBucketWebsiteResponse::builder),
                put(
                        "PutBucketWebsite",
                        "s3:PutBucketWebsite",
                        WEBSITE,
                        PutBucketWebsiteRequest::builder,
                        PutBucketWebsiteResponse::builder),
                delete(
                        "DeleteBucketWebsite",
                        "s3:DeleteBucketWebsite",
                        WEBSITE,
                        DeleteBucketWebsiteRequest::builder,
                        DeleteBucketWebsiteResponse::builder),
                get(
                        "GetBucketCors",
                        "s3:GetBucketCORS",
                        CORS,
                        GetBucketCorsRequest::builder,
                        GetBucketCorsResponse::builder),
                put(
                        "PutBucketCors",
                        "s3:PutBucketCORS",
                        CORS,
                        PutBucketCorsRequest::builder,
                        PutBucketCorsResponse::builder),
                delete(
                        "DeleteBucketCors",
                        "s3:PutBucketCORS",
                        CORS,
                        DeleteBucketCorsRequest::builder,
                        DeleteBucketCorsResponse::builder),
                get(
                        "GetBucketLogging",
                        "s3:GetBucketLogging",
                        LOGGING,
                        GetBucketLoggingRequest::builder,
                        GetBucketLoggingResponse::builder),
                put(
                        "PutBucketLogging",
                        "s3:PutBucketLogging",
                        LOGGING,
                        PutBucketLoggingRequest::builder,
                        PutBucketLoggingResponse::builder),
                get(
                        "GetBucketNotificationConfiguration",
                        "s3:GetBucketNotification",
                        NOTIFICATION,
                        GetBucketNotificationConfigurationRequest::builder,
                        GetBucketNotificationConfigurationResponse::builder),
                put(
                        "PutBucketNotificationConfiguration",
                        "s3:PutBucketNotification",
                        NOTIFICATION,
                        PutBucketNotificationConfigurationRequest::builder,
                        PutBucketNotificationConfigurationResponse::builder),
                get(
                        "GetObjectLockConfiguration",
                        "s3:GetBucketObjectLockConfiguration",
                        OBJECT_LOCK,
                        GetObjectLockConfigurationRequest::builder,
                        GetObjectLockConfigurationResponse::builder),
                put(
                        "PutObjectLockConfiguration",
                        "s3:PutBucketObjectLockConfiguration",
                        OBJECT_LOCK,
                        PutObjectLockConfigurationRequest::builder,
                        PutObjectLockConfigurationResponse::builder),
                get(
                        "GetBucketEncryption",
                        "s3:GetEncryptionConfiguration",
                        ENCRYPTION,
                        GetBucketEncryptionRequest::builder,
                        GetBucketEncryptionResponse::builder),
                put(
                        "PutBucketEncryption",
                        "s3:PutEncryptionConfiguration",
                        ENCRYPTION,
                        PutBucketEncryptionRequest::builder,
                        PutBucketEncryptionResponse::builder),
                delete(
                        "DeleteBucketEncryption",
                        "s3:PutEncryptionConfiguration",
                        ENCRYPTION,
                        DeleteBucketEncryptionRequest::builder,
                        DeleteBucketEncryptionResponse::builder),
                get(
                        "GetPublicAccessBlock",
                        "s3:GetBucketPublicAccessBlock",
                        PUBLIC_ACCESS_BLOCK,
                        GetPublicAccessBlockRequest::builder,
                        GetPublicAccessBlockResponse::builder),
                put(
                        "PutPublicAccessBlock",
                        "s3:PutBucketPublicAccessBlock",
                        PUBLIC_ACCESS_BLOCK,
                        PutPublicAccessBlockRequest::builder,
                        PutPublicAccessBlockResponse::builder),
                delete(
                        "DeletePublicAccessBlock",
                        "s3:PutBucketPublicAccessBlock",
                        PUBLIC_ACCESS_BLOCK,
                        DeletePublicAccessBlockRequest::builder,
                        DeletePublicAccessBlockResponse::builder),
                get(
                        "GetBucketOwnershipControls",
                        "s3:GetBucketOwnershipControls",
                        OWNERSHIP,
                        GetBucketOwnershipControlsRequest::builder,
                        GetBucketOwnershipControlsResponse::builder),
                put(
                        "PutBucketOwnershipControls",
                        "s3:PutBucketOwnershipControls",
                        OWNERSHIP,
                        PutBucketOwnershipControlsRequest::builder,
                        PutBucketOwnershipControlsResponse::builder),
                delete(
                        "DeleteBucketOwnershipControls",
                        "s3:PutBucketOwnershipControls",
                        OWNERSHIP,
                        DeleteBucketOwnershipControlsRequest::builder,
                        DeleteBucketOwnershipControlsResponse::builder),
                new Operation<>(
                        "ListBucketInventoryConfigurations",
                        ListBucketInventoryConfigurationsRequest::builder,
                        this::inventories));
    }

    private Operation<S3Request, SdkPojo> get(
            String name,
            String action,
            Setting setting,
            Supplier<? extends SdkPojo> request,
            Supplier<? extends SdkPojo> response) {
        return new Operation<>(
                name,
                request,
                (context, asked) -> {
                    Bucket bucket = bucket(context, asked, action);
                    SdkPojo answer = response.get();
                    bucket.setting(setting)
                            .ifPresentOrElse(
                                    value -> show(value, answer),
                                    () ->
                                            setting.missing(bucket)
                                                    .ifPresent(error -> {
                                                        throw error;
                                                    }));
                    return built(answer);
                });
    }

    private Operation<S3Request, SdkPojo> put(
            String name,
            String action,
            Setting setting,
            Supplier<? extends SdkPojo> request,
            Supplier<? extends SdkPojo> response) {
        return new Operation<>(
                name,
                request,
                (context, asked) -> {
                    Bucket bucket = bucket(context, asked, action);
                    requireVersioning(bucket, setting);
                    bucket.setting(setting, payload(asked));
                    if (setting == NOTIFICATION) {
                        bucket.testNotifications(context.requestId());
                    }
                    return built(response.get());
                });
    }

    private Operation<S3Request, SdkPojo> delete(
            String name,
            String action,
            Setting setting,
            Supplier<? extends SdkPojo> request,
            Supplier<? extends SdkPojo> response) {
        return new Operation<>(
                name,
                request,
                (context, asked) -> {
                    bucket(context, asked, action).removeSetting(setting);
                    return built(response.get());
                });
    }

    private ListBucketInventoryConfigurationsResponse inventories(
            CallContext context, ListBucketInventoryConfigurationsRequest request) {
        bucket(context, request, "s3:GetInventoryConfiguration");
        return ListBucketInventoryConfigurationsResponse.builder().isTruncated(false).build();
    }

    private Bucket bucket(CallContext context, S3Request request, String action) {
        @Nullable String owner =
                request.getValueForField("ExpectedBucketOwner", String.class).orElse(null);
        String name = request.getValueForField("Bucket", String.class).orElseThrow();
        return directory.require(context, name, owner, action, null);
    }

    /** The setting is either the response's body or spread over its members. */
    private static void show(SdkPojo value, SdkPojo answer) {
        for (SdkField<?> field : answer.sdkFields()) {
            if (isPayload(field)) {
                field.set(answer, value);
                return;
            }
        }
        for (SdkField<?> field : answer.sdkFields()) {
            value.sdkFields().stream()
                    .filter(member -> member.memberName().equals(field.memberName()))
                    .forEach(member -> field.set(answer, member.getValueOrDefault(value)));
        }
    }

    private static SdkPojo payload(SdkPojo request) {
        return request.sdkFields().stream()
                .filter(SettingOperations::isPayload)
                .map(field -> (SdkPojo) field.getValueOrDefault(request))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isPayload(SdkField<?> field) {
        return field.containsTrait(PayloadTrait.class, TraitType.PAYLOAD_TRAIT);
    }

    private static SdkPojo built(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }

    private static void requireVersioning(Bucket bucket, Setting setting) {
        if (bucket.versioning() == Versioning.ENABLED) {
            return;
        }
        if (setting == REPLICATION) {
            throw AwsError.badRequest(
                    "InvalidRequest",
                    "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
        }
        if (setting == OBJECT_LOCK) {
            throw new AwsError(
                    "InvalidBucketState",
                    "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
                    409);
        }
    }
}
