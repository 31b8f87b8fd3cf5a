package org.labjanitor.simulator.s3;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 says where it refuses, as code and status. */
public final class S3Refusals {
    private S3Refusals() {}

    /** Such as {@code NoSuchBucket 404}. */
    public static String refusal(ThrowingCallable call) {
        S3Exception refused = exception(call);
        return refused.awsErrorDetails().errorCode() + " " + refused.statusCode();
    }

    /** The exception, for who wants to see more of it. */
    public static S3Exception exception(ThrowingCallable call) {
        S3Exception refused = catchThrowableOfType(S3Exception.class, call);
        if (refused == null) {
            throw new AssertionError("S3 did not refuse");
        }
        return refused;
    }

    /** Value of a header of a refusal; empty where it has none. */
    public static String header(S3Exception refused, String name) {
        return refused.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(name).orElse("");
    }
}
