package org.labjanitor.simulator.s3.bucket;

import org.labjanitor.simulator.wire.AwsError;

/** Errors of S3 about a bucket (API reference, "Error responses", List of error codes). */
final class S3Errors {
    static final String REGION_HEADER = "x-amz-bucket-region";

    private S3Errors() {}

    static AwsError noSuchBucket(String name) {
        return new AwsError("NoSuchBucket", "The specified bucket does not exist", 404)
                .withDetail("BucketName", name);
    }

    /** The call went to the endpoint that knows every bucket, but the bucket answers elsewhere. */
    static AwsError permanentRedirect(Bucket bucket) {
        return new AwsError(
                        "PermanentRedirect",
                        "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
                        301)
                .withDetail(
                        "Endpoint",
                        "%s.s3.%s.amazonaws.com".formatted(bucket.name(), bucket.region()))
                .withDetail("Bucket", bucket.name())
                .withHeader(REGION_HEADER, bucket.region());
    }

    static AwsError wrongRegion(Bucket bucket, String signedFor) {
        return AwsError.badRequest(
                        "AuthorizationHeaderMalformed",
                        "The authorization header is malformed; the region '%s' is wrong; expecting '%s'"
                                .formatted(signedFor, bucket.region()))
                .withDetail("Region", bucket.region())
                .withHeader(REGION_HEADER, bucket.region());
    }

    static AwsError accessDenied(String why) {
        return new AwsError("AccessDenied", why, 403);
    }

    static AwsError invalidArgument(String name, String value, String why) {
        return AwsError.badRequest("InvalidArgument", why)
                .withDetail("ArgumentName", name)
                .withDetail("ArgumentValue", value);
    }
}
