package org.labjanitor.runtime.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Whom to talk to, and as whom.
 *
 * @param endpoint an endpoint that stands in for AWS's own, such as the simulator's; null for AWS
 * @param homeRegion where account-wide questions are asked
 */
public record AwsConnection(
        AwsCredentialsProvider credentials, String homeRegion, @Nullable URI endpoint) {

    /**
     * AWS itself, with {@code AWS_REGION} as home. Credentials are those in the environment, where
     * Lambda puts them, or else from the usual places; looking for profiles and containers first
     * would cost a cold start some fifty classes. {@code AWS_ENDPOINT_URL} is heeded here, and not
     * left to the SDK's clients: whatever signs its own requests has to reach the same endpoint as
     * they do.
     *
     * @throws IllegalArgumentException if {@code AWS_REGION} is not set, or {@code
     *     AWS_ENDPOINT_URL} is no URL
     */
    public static AwsConnection fromEnvironment(Map<String, String> environment) {
        String region = environment.getOrDefault("AWS_REGION", "");
        if (region.isBlank()) {
            throw new IllegalArgumentException(
                    "AWS_REGION is not set, but must name the home Region, such as us-east-1");
        }
        return new AwsConnection(
                credentials(environment),
                region,
                endpoint(environment.getOrDefault("AWS_ENDPOINT_URL", "").strip()));
    }

    private static AwsCredentialsProvider credentials(Map<String, String> environment) {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "").strip();
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "").strip();
        String token = environment.getOrDefault("AWS_SESSION_TOKEN", "").strip();
        if (id.isEmpty() || secret.isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(
                token.isEmpty()
                        ? AwsBasicCredentials.create(id, secret)
                        : AwsSessionCredentials.create(id, secret, token));
    }

    private static @Nullable URI endpoint(String url) {
        if (url.isEmpty()) {
            return null;
        }
        URI endpoint = parsed(url);
        if (endpoint == null || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "AWS_ENDPOINT_URL is \"%s\", but must be a URL, such as http://127.0.0.1:4566"
                            .formatted(url));
        }
        return endpoint;
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
