package org.labjanitor.cli.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** What the AWS CLI's configuration, or whatever stands in for it, holds. */
public interface Profiles {
    /**
     * Credentials, which are read when the first call needs them.
     *
     * @param profile the profile that was named; null means the usual places in their usual order
     */
    AwsCredentialsProvider credentials(@Nullable String profile);

    /** The Region of the profile or, without one, of the usual places. */
    Optional<String> region(@Nullable String profile);
}
