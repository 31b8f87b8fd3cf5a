package org.labjanitor.runtime.aws;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What S3 refused a call with.
 *
 * @param status HTTP status; 0 where there was no answer
 * @param code S3's own, such as {@code NoSuchTagSet}; empty where S3 gave none, as for HEAD
 * @param region where the bucket is, which S3 says whatever it refuses; empty where it does not
 */
public record S3Refusal(int status, String code, String region) {
    /** Codes that say no more than the status does; HEAD has no body to say more in. */
    private static final Set<String> BARE = Set.of("", "403", "404", "Forbidden", "NotFound");

    private static final Set<String> ELSEWHERE =
            Set.of(
                    "PermanentRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException");

    /** Reads the refusal out of the failed call. */
    public static S3Refusal of(SdkException failure) {
        if (!(failure instanceof AwsServiceException service)) {
            return new S3Refusal(0, "", "");
        }
        @Nullable AwsErrorDetails details = service.awsErrorDetails();
        return new S3Refusal(service.statusCode(), code(details), region(details));
    }

    private static String code(@Nullable AwsErrorDetails details) {
        @Nullable String code = details == null ? null : details.errorCode();
        return code == null ? "" : code;
    }

    private static String region(@Nullable AwsErrorDetails details) {
        @Nullable SdkHttpResponse answer = details == null ? null : details.sdkHttpResponse();
        return answer == null ? "" : answer.firstMatchingHeader("x-amz-bucket-region").orElse("");
    }

    /** Whether this is S3's code for the refusal. */
    public boolean is(String expected) {
        return code.equals(expected);
    }

    /** Whether the bucket is not there; a HEAD says so by its status alone. */
    public boolean isNoSuchBucket() {
        return is("NoSuchBucket") || (status == 404 && BARE.contains(code));
    }

    /** Whether S3 says no: the bucket is somebody else's, or a permission is missing. */
    public boolean isForbidden() {
        return status == 403 && (is("AccessDenied") || BARE.contains(code));
    }

    /** Whether the bucket is in another Region than the one that was asked. */
    public boolean isElsewhere() {
        return status == 301 || ELSEWHERE.contains(code);
    }
}
