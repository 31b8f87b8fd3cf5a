package org.labjanitor.runtime.aws;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * Whom to talk to, and as whom.
 *
 * @param endpoint an endpoint that stands in for AWS's own, such as the simulator's; null for AWS
 * @param homeRegion where account-wide questions are asked
 */
public record AwsConnection(
        AwsCredentialsProvider credentials, String homeRegion, @Nullable URI endpoint) {

    /**
     * AWS itself, with credentials from the usual places, and {@code AWS_REGION} as home.
     *
     * @throws IllegalArgumentException if {@code AWS_REGION} is not set
     */
    public static AwsConnection fromEnvironment(Map<String, String> environment) {
        String region = environment.getOrDefault("AWS_REGION", "");
        if (region.isBlank()) {
            throw new IllegalArgumentException(
                    "AWS_REGION is not set, but must name the home Region, such as us-east-1");
        }
        return new AwsConnection(DefaultCredentialsProvider.builder().build(), region, null);
    }
}
