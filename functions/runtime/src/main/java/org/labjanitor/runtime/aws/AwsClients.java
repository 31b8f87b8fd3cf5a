package org.labjanitor.runtime.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Builds every SDK client, so that all of them share one HTTP client, one retry policy and one
 * count of calls. Retries and timeouts are spelled out: an SDK update must not change them.
 */
public final class AwsClients implements AutoCloseable {
    /** What every call says of its sender; CloudTrail shows it. */
    public static final String USER_AGENT = "lab-janitor";

    private static final int ATTEMPTS = 4;
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final String KEPT_CONNECTIONS = "http.maxConnections";

    static {
        // Java keeps five idle connections a host unless told otherwise, and reads this only once,
        // when the first one is given back. Deletions run far more than five at a time.
        if (System.getProperty(KEPT_CONNECTIONS) == null) {
            System.setProperty(KEPT_CONNECTIONS, "96");
        }
    }

    private final AwsConnection connection;
    private final SdkHttpClient http;
    private final ApiCalls calls = new ApiCalls();
    private final ReentrantLock homeS3Lock = new ReentrantLock();
    private @Nullable S3Client homeS3;

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

    /** Whom the clients talk to, and as whom. */
    public AwsConnection connection() {
        return connection;
    }

    /** The HTTP client that all share, for requests that no SDK client writes. */
    public SdkHttpClient http() {
        return http;
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

    /**
     * Builds a client that surely talks to the connection's endpoint. What is deleted by requests
     * of our own has to be what this client has looked at.
     *
     * @throws OtherEndpointException if the SDK's own configuration sends the client elsewhere
     */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends AwsClient>
            C buildPinned(B builder, String region) {
        C client = build(builder, region);
        Optional<URI> actual = client.serviceClientConfiguration().endpointOverride();
        if (actual.isPresent() && !actual.get().equals(connection.endpoint())) {
            client.close();
            throw new OtherEndpointException(
                    client.serviceName().toUpperCase(Locale.ROOT),
                    actual.get(),
                    connection.endpoint());
        }
        return client;
    }

    public StsClient sts() {
        return build(StsClient.builder(), homeRegion());
    }

    /**
     * S3 in the home Region, where the janitor's own buckets are; built when it is first asked for.
     */
    public S3Client homeS3() {
        homeS3Lock.lock();
        try {
            S3Client built = homeS3;
            if (built == null) {
                // The name of a bucket is no part of the host name of what stands in for AWS.
                boolean standsIn = connection.endpoint() != null;
                built = build(S3Client.builder().forcePathStyle(standsIn), homeRegion());
                homeS3 = built;
            }
            return built;
        } finally {
            homeS3Lock.unlock();
        }
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
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, USER_AGENT)
                .addExecutionInterceptor(calls)
                .build();
    }
}
