package org.labjanitor.runtime.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Builds every SDK client, so that all of them share one HTTP client, one retry policy and one
 * count of calls. Retries and timeouts are spelled out: an SDK update must not change them.
 */
public final class AwsClients implements AutoCloseable {
    private static final int ATTEMPTS = 4;
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final AwsConnection connection;
    private final SdkHttpClient http;
    private final ApiCalls calls = new ApiCalls();

    public AwsClients(AwsConnection connection) {
        this.connection = connection;
        this.http =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(ATTEMPT_TIMEOUT)
                        .build();
    }

    public String homeRegion() {
        return connection.homeRegion();
    }

    /** Every call that a client of this factory sent. */
    public ApiCalls calls() {
        return calls;
    }

    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
            B builder, String region) {
        if (connection.endpoint() != null) {
            builder.endpointOverride(connection.endpoint());
        }
        return builder.region(Region.of(region))
                .credentialsProvider(connection.credentials())
                .httpClient(http)
                .overrideConfiguration(overrides())
                .build();
    }

    public StsClient sts() {
        return build(StsClient.builder(), homeRegion());
    }

    @Override
    public void close() {
        http.close();
    }

    private ClientOverrideConfiguration overrides() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).build())
                .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                .apiCallTimeout(CALL_TIMEOUT)
                .addExecutionInterceptor(calls)
                .build();
    }
}
