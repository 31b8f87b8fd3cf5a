package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import java.time.ZoneOffset;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Setting;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;

/** What Object Lock does to a new object ("Object Lock considerations", S3 user guide). */
final class LockDefaults {
    private LockDefaults() {}

    /** The lock that the call's headers ask for, or else that the bucket gives every new object. */
    static Protection protection(Bucket bucket, HttpCall call, Instant now) {
        Protection asked = ObjectHeaders.protection(call);
        ObjectLockConfiguration lock =
                bucket.setting(Setting.OBJECT_LOCK)
                        .map(ObjectLockConfiguration.class::cast)
                        .orElse(null);
        if (lock == null) {
            if (!asked.equals(Protection.NONE)) {
                throw AwsError.badRequest(
                        "InvalidRequest", "Bucket is missing Object Lock Configuration");
            }
            return asked;
        }
        boolean byDefault =
                asked.mode() == null
                        && lock.rule() != null
                        && lock.rule().defaultRetention() != null;
        return byDefault ? withDefault(asked, lock.rule().defaultRetention(), now) : asked;
    }

    private static Protection withDefault(
            Protection asked, DefaultRetention retention, Instant now) {
        Instant until =
                retention.days() != null
                        ? now.atOffset(ZoneOffset.UTC).plusDays(retention.days()).toInstant()
                        : now.atOffset(ZoneOffset.UTC).plusYears(retention.years()).toInstant();
        return asked.withRetention(retention.modeAsString(), until);
    }
}
