package org.labjanitor.launcher.look;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What S3 refused a call with.
 *
 * @param status HTTP status; 0 where there was no answer
 * @param code S3's own; empty where it gave none, as for HEAD
 * @param region where the bucket is, as S3 says whatever it refuses; empty where it does not
 */
public record S3Refusal(int status, String code, String region) {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    public static S3Refusal of(SdkException failure) {
        if (!(failure instanceof AwsServiceException service)) {
            return new S3Refusal(0, "", "");
        }
        var details = service.awsErrorDetails();
        if (details == null) {
            return new S3Refusal(service.statusCode(), "", "");
        }
        String region =
                details.sdkHttpResponse() == null
                        ? ""
                        : details.sdkHttpResponse()
                                .firstMatchingHeader("x-amz-bucket-region")
                                .orElse("");
        return new S3Refusal(
                service.statusCode(),
                details.errorCode() == null ? "" : details.errorCode(),
                region);
    }

    public boolean isNoSuchBucket() {
        return code.equals("NoSuchBucket") || (status == NOT_FOUND && code.isEmpty());
    }

    public boolean isNoTags() {
        return code.equals("NoSuchTagSet");
    }

    /** Whether S3 says no: the bucket is somebody else's, or a permission is missing. */
    public boolean isForbidden() {
        return status == FORBIDDEN
                && (code.isEmpty() || code.equals("AccessDenied") || code.equals("Forbidden"));
    }

    /** Whether the bucket is in another Region than the one that was asked. */
    public boolean isElsewhere() {
        return status == 301
                || code.equals("PermanentRedirect")
                || code.equals("AuthorizationHeaderMalformed")
                || code.equals("IllegalLocationConstraintException");
    }
}
