package org.labjanitor.runtime.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsFailedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Names the account that the credentials belong to and refuses any other than the configured one.
 */
public final class AccountGuard {
    private final StsClient sts;
    private final @Nullable String expected;

    public AccountGuard(StsClient sts, @Nullable String expected) {
        this.sts = sts;
        this.expected = expected;
    }

    /** The configured account, where there is one. */
    public Optional<String> expected() {
        return Optional.ofNullable(expected);
    }

    /**
     * The account that STS names.
     *
     * @throws WrongAccountException if another one is configured
     * @throws AwsFailedException if STS does not answer
     */
    public String check() {
        String actual = actual();
        if (expected != null && !expected.equals(actual)) {
            throw new WrongAccountException(expected, actual);
        }
        return actual;
    }

    private String actual() {
        try {
            return sts.getCallerIdentity(request -> {}).account();
        } catch (SdkException e) {
            throw new AwsFailedException("sts:GetCallerIdentity", e);
        }
    }
}
