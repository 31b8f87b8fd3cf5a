package org.labjanitor.buckets.emptying.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.labjanitor.buckets.emptying.wire.Answers.ErrorBody;
import org.labjanitor.runtime.aws.ApiCalls;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/**
 * Signs requests to one bucket with the SDK's signer and sends them through the SDK's HTTP client;
 * the SDK's own way from object to XML and back is what costs too much for millions of keys.
 */
final class SignedRequests {
    /**
     * The scheme makes no part of a signature, but the signer hashes every body that goes over
     * plain HTTP. Bodies carry a checksum that is signed, and hashing them twice would take a fifth
     * of all the time that a deletion takes.
     */
    private static final String SIGNED_AS = "https";

    private final SdkHttpClient http;
    private final AwsConnection connection;
    private final ApiCalls calls;
    private final String region;
    private final String owner;
    private final URI bucketUri;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Map<ExecutableHttpRequest, Long> underWay = new ConcurrentHashMap<>();
    private volatile Clock signingClock = Clock.systemUTC();

    SignedRequests(AwsClients clients, String bucket, String region, String owner) {
        this.http = clients.http();
        this.connection = clients.connection();
        this.calls = clients.calls();
        this.region = region;
        this.owner = owner;
        this.bucketUri = resolve(connection, bucket, region);
    }

    private static URI resolve(AwsConnection connection, String bucket, String region) {
        URI endpoint = connection.endpoint();
        S3EndpointParams.Builder parameters =
                S3EndpointParams.builder()
                        .bucket(bucket)
                        .region(Region.of(region))
                        .forcePathStyle(endpoint != null);
        if (endpoint != null) {
            parameters.endpoint(endpoint.toString());
        }
        return S3EndpointProvider.defaultProvider()
                .resolveEndpoint(parameters.build())
                .join()
                .endpointUrl()
                .toUri();
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param key path within the bucket, already encoded; empty for the bucket itself
     */
    <T> T send(Call call, String key, byte[] body, Answers.Reader<T> reader)
            throws CallFailedException {
        try {
            SdkHttpRequest request = sign(call, key, body);
            calls.count("S3:" + call.operation());
            return exchange(call, request, body, reader);
        } catch (IOException | SdkException e) {
            throw new CallFailedException(call.described(), noAnswer(e), e);
        }
    }

    /** Breaks off every request that has been under way for longer. */
    void abortOlderThan(Duration age) {
        long oldest = System.nanoTime() - age.toNanos();
        underWay.forEach((request, start) -> {
            if (start - oldest < 0) {
                request.abort();
            }
        });
    }

    private <T> T exchange(Call call, SdkHttpRequest request, byte[] body, Answers.Reader<T> reader)
            throws IOException, CallFailedException {
        HttpExecuteRequest.Builder exchange = HttpExecuteRequest.builder().request(request);
        if (body.length > 0) {
            exchange.contentStreamProvider(() -> new ByteArrayInputStream(body));
        }
        ExecutableHttpRequest executable = http.prepareRequest(exchange.build());
        underWay.put(executable, System.nanoTime());
        try {
            HttpExecuteResponse response = executable.call();
            try (InputStream content = bodyOf(response)) {
                return read(call, response.httpResponse(), content, reader);
            }
        } finally {
            underWay.remove(executable);
        }
    }

    private <T> T read(
            Call call, SdkHttpResponse response, InputStream body, Answers.Reader<T> reader)
            throws IOException, CallFailedException {
        int status = response.statusCode();
        if (status >= 300) {
            S3Error error =
                    Answers.error(body, status).orElse(new S3Error("", "status " + status, status));
            if (error.code().equals(S3Error.WRONG_TIME)) {
                response.firstMatchingHeader("Date").ifPresent(this::setClock);
            }
            throw new CallFailedException(call.described(), error, null);
        }
        try {
            return reader.read(body);
        } catch (ErrorBody e) {
            // S3 begins some answers before it knows how they end.
            S3Error error = new S3Error(e.error().code(), e.error().message(), status);
            throw new CallFailedException(call.described(), error, null);
        }
    }

    /** S3 refuses signatures of another time than its own, so the next ones take S3's. */
    private void setClock(String date) {
        try {
            Instant theirs = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            Clock ours = Clock.systemUTC();
            signingClock = Clock.offset(ours, Duration.between(ours.instant(), theirs));
        } catch (DateTimeParseException e) {
            signingClock = Clock.systemUTC(); // The next refusal is told as it is.
        }
    }

    private static InputStream bodyOf(HttpExecuteResponse response) {
        return response.responseBody()
                .map(InputStream.class::cast)
                .orElse(InputStream.nullInputStream());
    }

    private SdkHttpRequest sign(Call call, String key, byte[] body) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder()
                        .method(call.method())
                        .uri(bucketUri)
                        .protocol(SIGNED_AS)
                        .encodedPath(path(key))
                        .putHeader("User-Agent", AwsClients.USER_AGENT)
                        .putHeader("x-amz-expected-bucket-owner", owner);
        call.parameters().forEach(request::putRawQueryParameter);
        call.headers().forEach(request::putHeader);
        if (body.length > 0) {
            request.putHeader("Content-Length", Integer.toString(body.length));
        }
        AwsCredentialsIdentity identity = connection.credentials().resolveCredentials();
        SignRequest.Builder<AwsCredentialsIdentity> toSign =
                SignRequest.builder(identity)
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, signingClock);
        if (body.length > 0) {
            toSign.payload(() -> new ByteArrayInputStream(body));
        }
        return asSent(signer.sign(toSign.build()).request());
    }

    private String path(String key) {
        String bucketPath = bucketUri.getRawPath();
        String base = bucketPath == null || bucketPath.equals("/") ? "" : bucketPath;
        return key.isEmpty() && !base.isEmpty() ? base : base + "/" + key;
    }

    private SdkHttpRequest asSent(SdkHttpRequest signed) {
        return signed.copy(builder ->
                builder.protocol(bucketUri.getScheme())
                        .encodedPath(DotSegments.encode(signed.encodedPath())));
    }

    private static S3Error noAnswer(Exception e) {
        return new S3Error(
                S3Error.NO_ANSWER, Optional.ofNullable(e.getMessage()).orElse(e.toString()), 0);
    }

    /**
     * What a request asks, apart from key and body.
     *
     * @param operation name in S3's API, such as {@code DeleteObjects}
     * @param described for messages, such as {@code s3:DeleteObjects on my-bucket}
     */
    record Call(
            String operation,
            String described,
            SdkHttpMethod method,
            Map<String, String> parameters,
            Map<String, String> headers) {}
}
