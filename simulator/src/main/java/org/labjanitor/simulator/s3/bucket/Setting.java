package org.labjanitor.simulator.s3.bucket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;

/**
 * A part of a bucket's configuration that S3 keeps as it was put, and what a bucket without it
 * answers (API reference, "Error responses").
 */
public enum Setting {
    LIFECYCLE("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
    REPLICATION(
            "ReplicationConfigurationNotFoundError", "The replication configuration was not found"),
    WEBSITE(
            "NoSuchWebsiteConfiguration",
            "The specified bucket does not have a website configuration"),
    CORS("NoSuchCORSConfiguration", "The CORS configuration does not exist"),
    /** Not being there is an answer, too: the owner's own rights. */
    ACL(null, null),
    /** Not being there is an answer, too: an empty document. */
    LOGGING(null, null),
    /** Not being there is an answer, too: an empty document. */
    NOTIFICATION(null, null),
    OBJECT_LOCK(
            "ObjectLockConfigurationNotFoundError",
            "Object Lock configuration does not exist for this bucket"),
    ENCRYPTION(
            "ServerSideEncryptionConfigurationNotFoundError",
            "The server side encryption configuration was not found"),
    PUBLIC_ACCESS_BLOCK(
            "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found"),
    OWNERSHIP("OwnershipControlsNotFoundError", "The bucket ownership controls were not found");

    private final @Nullable String missingCode;
    private final @Nullable String missingMessage;

    Setting(@Nullable String missingCode, @Nullable String missingMessage) {
        this.missingCode = missingCode;
        this.missingMessage = missingMessage;
    }

    /** The error of a bucket that lacks it; empty where lacking it is no error. */
    Optional<AwsError> missing(Bucket bucket) {
        return missingCode == null || missingMessage == null
                ? Optional.empty()
                : Optional.of(
                        new AwsError(missingCode, missingMessage, 404)
                                .withDetail("BucketName", bucket.name()));
    }
}
