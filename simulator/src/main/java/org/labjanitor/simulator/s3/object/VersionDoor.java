package org.labjanitor.simulator.s3.object;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;

/** The way of an operation with SDK types to one version of one object. */
final class VersionDoor {
    private final BucketDirectory buckets;

    VersionDoor(BucketDirectory buckets) {
        this.buckets = buckets;
    }

    /**
     * What a request names.
     *
     * @param versionId null for the latest version
     */
    record Address(
            String bucket,
            String key,
            @Nullable String versionId,
            @Nullable String expectedOwner) {}

    Bucket open(CallContext context, Address address, String action) {
        return buckets.require(
                context, address.bucket(), address.expectedOwner(), action, address.key());
    }

    /** The version; a delete marker is none. */
    StoredVersion require(Bucket bucket, Address address) {
        StoredVersion version =
                bucket.objects()
                        .find(Keys.bytes(address.key()), id(address))
                        .orElseThrow(() -> missing(address));
        if (version.marker()) {
            throw new AwsError(
                    "MethodNotAllowed",
                    "The specified method is not allowed against this resource.",
                    405);
        }
        return version;
    }

    void change(Bucket bucket, Address address, UnaryOperator<Detail> change) {
        require(bucket, address);
        if (!bucket.objects().tryChange(Keys.bytes(address.key()), id(address), change)) {
            throw missing(address);
        }
    }

    private static @Nullable VersionId id(Address address) {
        String text = address.versionId();
        return text == null
                ? null
                : VersionId.parse(text)
                        .orElseThrow(() ->
                                AwsError.badRequest(
                                        "InvalidArgument", "Invalid version id specified"));
    }

    private static AwsError missing(Address address) {
        return address.versionId() == null
                ? new AwsError("NoSuchKey", "The specified key does not exist.", 404)
                : new AwsError("NoSuchVersion", "The specified version does not exist.", 404);
    }
}
