package org.labjanitor.simulator.s3.object;

import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;

/**
 * What a copy is made of.
 *
 * @param versionId null for the latest version
 */
record CopySource(Target target, @Nullable VersionId versionId) {
    static CopySource of(HttpCall call) {
        String header = call.header("x-amz-copy-source").orElse("");
        int question = header.indexOf("?versionId=");
        String path = question < 0 ? header : header.substring(0, question);
        Target target = Target.ofPath(path);
        if (target.key().isEmpty()) {
            throw AwsError.badRequest(
                    "InvalidArgument",
                    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }
        return new CopySource(
                target,
                question < 0
                        ? null
                        : DeleteOperations.versionId(Query.parse(header.substring(question + 1))));
    }

    StoredVersion read(BucketDirectory buckets, CallContext context, HttpCall call) {
        Bucket bucket =
                buckets.require(
                        context,
                        target.bucket(),
                        call.header("x-amz-source-expected-bucket-owner").orElse(null),
                        versionId == null ? "s3:GetObject" : "s3:GetObjectVersion",
                        target.key());
        StoredVersion version =
                bucket.objects()
                        .find(target.keyBytes(), versionId)
                        .orElseThrow(CopySource::missing);
        if (version.marker()) {
            throw missing();
        }
        return version;
    }

    private static AwsError missing() {
        return new AwsError("NoSuchKey", "The specified key does not exist.", 404);
    }
}
