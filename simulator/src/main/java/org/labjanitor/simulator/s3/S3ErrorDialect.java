package org.labjanitor.simulator.s3;

import org.labjanitor.simulator.service.ErrorDialect;
import org.labjanitor.simulator.wire.AwsError;

/** S3's wording (API reference, "Error responses", List of error codes). */
final class S3ErrorDialect implements ErrorDialect {
    @Override
    public AwsError unknownKey() {
        return new AwsError(
                "InvalidAccessKeyId",
                "The AWS Access Key Id you provided does not exist in our records.",
                403);
    }

    @Override
    public AwsError expiredKey() {
        return new AwsError("ExpiredToken", "The provided token has expired.", 400);
    }

    @Override
    public AwsError unsigned() {
        return new AwsError("AccessDenied", "Access Denied", 403);
    }

    @Override
    public AwsError denied(String userArn, String action) {
        return new AwsError(
                "AccessDenied",
                "User: %s is not authorized to perform: %s with an explicit deny in an identity-based policy"
                        .formatted(userArn, action),
                403);
    }

    @Override
    public AwsError throttled() {
        return new AwsError("SlowDown", "Please reduce your request rate.", 503);
    }

    @Override
    public AwsError internal() {
        return new AwsError(
                "InternalError", "We encountered an internal error. Please try again.", 500);
    }

    @Override
    public AwsError unknownOperation(String service, String operation) {
        return new AwsError("NotImplemented", "The lab's S3 does not implement " + operation, 501);
    }
}
