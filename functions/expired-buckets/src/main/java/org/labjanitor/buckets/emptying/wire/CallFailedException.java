package org.labjanitor.buckets.emptying.wire;

import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** A request that did not do what it should; says whether it is worth repeating. */
public final class CallFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient S3Error error;
    private final String call;

    CallFailedException(String call, S3Error error, @Nullable Throwable cause) {
        super(call + ": " + error.code() + ", " + error.message(), cause);
        this.call = call;
        this.error = error;
    }

    public S3Error error() {
        return error;
    }

    public S3Error.Kind kind() {
        return error.kind();
    }

    /** Whether S3 knows who asks, and does not let them. */
    public boolean isDenied() {
        return AwsFailure.of(call, asSdkException()).kind() == AwsFailure.Kind.DENIED;
    }

    /** Whether no other request would fare better: nobody knows, or trusts, who asks. */
    public boolean isOfCredentials() {
        return AwsFailure.of(call, asSdkException()).kind() == AwsFailure.Kind.CREDENTIALS;
    }

    /** The failure in one sentence, as for every other call of a run. */
    public String sentence() {
        return AwsFailure.of(call, asSdkException()).message();
    }

    private SdkException asSdkException() {
        if (getCause() instanceof SdkException known) {
            return known;
        }
        if (error.status() == 0) {
            return SdkClientException.create(error.message(), getCause());
        }
        return AwsServiceException.builder()
                .statusCode(error.status())
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .errorCode(error.code())
                                .errorMessage(error.message())
                                .build())
                .build();
    }
}
