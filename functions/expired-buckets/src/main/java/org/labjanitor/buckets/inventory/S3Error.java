package org.labjanitor.buckets.inventory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What S3 refused a call with.
 *
 * @param status HTTP status; 0 where there was no answer
 * @param code S3's own, such as {@code NoSuchTagSet}; empty where S3 gave none, as for HEAD
 */
public record S3Error(int status, String code) {
    public static S3Error of(SdkException failure) {
        if (!(failure instanceof AwsServiceException service)) {
            return new S3Error(0, "");
        }
        @Nullable AwsErrorDetails details = service.awsErrorDetails();
        @Nullable String code = details == null ? null : details.errorCode();
        return new S3Error(service.statusCode(), code == null ? "" : code);
    }

    /** Whether the bucket is not there; a HEAD says so by its status alone. */
    public boolean isNoSuchBucket() {
        return code.equals("NoSuchBucket") || (status == 404 && isBare());
    }

    public boolean isForbidden() {
        return status == 403;
    }

    private boolean isBare() {
        return code.isEmpty() || code.equals("404") || code.equals("NotFound");
    }

    /** The Region that the answer names, which S3 does whatever it refuses. */
    public static Optional<String> regionOf(SdkException failure) {
        if (failure instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && service.awsErrorDetails().sdkHttpResponse() != null) {
            return service.awsErrorDetails()
                    .sdkHttpResponse()
                    .firstMatchingHeader("x-amz-bucket-region");
        }
        return Optional.empty();
    }
}
