package org.labjanitor.runtime.aws;

import software.amazon.awssdk.core.exception.SdkException;

/** A call failed without which a run has no sense; the message says what helps. */
public final class AwsFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AwsFailure.Kind kind;

    /**
     * Puts the failure into words.
     *
     * @param call what was asked, such as {@code sts:GetCallerIdentity}
     */
    public AwsFailedException(String call, SdkException cause) {
        this(AwsFailure.of(call, cause), cause);
    }

    private AwsFailedException(AwsFailure failure, SdkException cause) {
        super(failure.message(), cause);
        this.kind = failure.kind();
    }

    public AwsFailure.Kind kind() {
        return kind;
    }
}
