package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHold;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionResponse;

/** Legal holds and retention of single versions. */
final class LockOperations {
    private final VersionDoor door;

    LockOperations(BucketDirectory buckets) {
        this.door = new VersionDoor(buckets);
    }

    List<Operation<?, ?>> all() {
        return List.of(
                new Operation<>(
                        "PutObjectLegalHold",
                        PutObjectLegalHoldRequest::builder,
                        this::putLegalHold),
                new Operation<>(
                        "GetObjectLegalHold",
                        GetObjectLegalHoldRequest::builder,
                        this::getLegalHold),
                new Operation<>(
                        "PutObjectRetention",
                        PutObjectRetentionRequest::builder,
                        this::putRetention),
                new Operation<>(
                        "GetObjectRetention",
                        GetObjectRetentionRequest::builder,
                        this::getRetention));
    }

    private PutObjectLegalHoldResponse putLegalHold(
            CallContext context, PutObjectLegalHoldRequest request) {
        ObjectLockLegalHold hold = request.legalHold();
        if (hold == null || hold.status() == null) {
            throw XmlScanner.malformed();
        }
        VersionDoor.Address address =
                new VersionDoor.Address(
                        request.bucket(),
                        request.key(),
                        request.versionId(),
                        request.expectedBucketOwner());
        Bucket bucket = door.open(context, address, "s3:PutObjectLegalHold");
        boolean on = hold.status() == ObjectLockLegalHoldStatus.ON;
        door.change(
                bucket, address, detail -> detail.withProtection(detail.protection().withHold(on)));
        return PutObjectLegalHoldResponse.builder().build();
    }

    private GetObjectLegalHoldResponse getLegalHold(
            CallContext context, GetObjectLegalHoldRequest request) {
        VersionDoor.Address address =
                new VersionDoor.Address(
                        request.bucket(),
                        request.key(),
                        request.versionId(),
                        request.expectedBucketOwner());
        Bucket bucket = door.open(context, address, "s3:GetObjectLegalHold");
        boolean on = door.require(bucket, address).detail().protection().hold();
        return GetObjectLegalHoldResponse.builder()
                .legalHold(
                        ObjectLockLegalHold.builder()
                                .status(
                                        on
                                                ? ObjectLockLegalHoldStatus.ON
                                                : ObjectLockLegalHoldStatus.OFF)
                                .build())
                .build();
    }

    private PutObjectRetentionResponse putRetention(
            CallContext context, PutObjectRetentionRequest request) {
        VersionDoor.Address address =
                new VersionDoor.Address(
                        request.bucket(),
                        request.key(),
                        request.versionId(),
                        request.expectedBucketOwner());
        Bucket bucket = door.open(context, address, "s3:PutObjectRetention");
        boolean bypass = Boolean.TRUE.equals(request.bypassGovernanceRetention());
        if (bypass) {
            door.open(context, address, "s3:BypassGovernanceRetention");
        }
        ObjectLockRetention wanted =
                Optional.ofNullable(request.retention())
                        .orElseGet(() -> ObjectLockRetention.builder().build());
        String mode = wanted.modeAsString();
        Instant until = wanted.retainUntilDate();
        requireSound(mode, until, context.now());
        door.change(
                bucket,
                address,
                detail -> {
                    requireAllowed(detail.protection(), mode, until, context.now(), bypass);
                    return detail.withProtection(detail.protection().withRetention(mode, until));
                });
        return PutObjectRetentionResponse.builder().build();
    }

    private static void requireSound(@Nullable String mode, @Nullable Instant until, Instant now) {
        boolean known =
                mode == null
                        || mode.equals(Protection.GOVERNANCE)
                        || mode.equals(Protection.COMPLIANCE);
        if (!known || (mode == null) != (until == null)) {
            throw XmlScanner.malformed();
        }
        if (until != null && !until.isAfter(now)) {
            throw AwsError.badRequest(
                    "InvalidArgument", "The retain until date must be in the future!");
        }
    }

    /** Retention may always be made longer; COMPLIANCE never shorter, GOVERNANCE with bypass. */
    private static void requireAllowed(
            Protection old,
            @Nullable String mode,
            @Nullable Instant until,
            Instant now,
            boolean bypass) {
        Instant oldUntil = old.until();
        if (oldUntil == null || !old.retainsAt(now)) {
            return;
        }
        boolean compliance = Protection.COMPLIANCE.equals(old.mode());
        boolean weaker =
                until == null
                        || until.isBefore(oldUntil)
                        || (compliance && !Protection.COMPLIANCE.equals(mode));
        if (weaker && (compliance || !bypass)) {
            throw Permissions.locked();
        }
    }

    private GetObjectRetentionResponse getRetention(
            CallContext context, GetObjectRetentionRequest request) {
        VersionDoor.Address address =
                new VersionDoor.Address(
                        request.bucket(),
                        request.key(),
                        request.versionId(),
                        request.expectedBucketOwner());
        Bucket bucket = door.open(context, address, "s3:GetObjectRetention");
        Protection protection = door.require(bucket, address).detail().protection();
        if (protection.mode() == null) {
            throw new AwsError(
                    "NoSuchObjectLockConfiguration",
                    "The specified object does not have a ObjectLock configuration",
                    404);
        }
        return GetObjectRetentionResponse.builder()
                .retention(
                        ObjectLockRetention.builder()
                                .mode(protection.mode())
                                .retainUntilDate(protection.until())
                                .build())
                .build();
    }
}
