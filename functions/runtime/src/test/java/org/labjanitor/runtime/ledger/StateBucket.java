package org.labjanitor.runtime.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.simulator.Lab;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A simulated account with a bucket for ledgers, and a look into it from outside. */
public final class StateBucket implements AutoCloseable {
    public static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;
    public static final String OTHER_ACCOUNT = "444455556666";
    public static final String HOME = "us-east-1";
    public static final String NAME = "janitor-state";
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Lab lab = Lab.builder().now(NOW).accounts(ACCOUNT, OTHER_ACCOUNT).start();
    private final S3Client admin =
            S3Client.builder()
                    .endpointOverride(lab.endpoint())
                    .forcePathStyle(true)
                    .region(Region.of(HOME))
                    .credentialsProvider(credentials(lab.accessKey(ACCOUNT)))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();

    public StateBucket() {
        lab.account(ACCOUNT).region(HOME).buckets().create(NAME);
    }

    public Lab lab() {
        return lab;
    }

    /** Clients of the account. */
    public AwsClients clients() {
        return clients(lab.accessKey(ACCOUNT));
    }

    public AwsClients clients(String accessKeyId) {
        return new AwsClients(new AwsConnection(credentials(accessKeyId), HOME, lab.endpoint()));
    }

    /** What the object holds, byte for byte. */
    public String read(String key) {
        return admin.getObjectAsBytes(r -> r.bucket(NAME).key(key)).asUtf8String();
    }

    public boolean holds(String key) {
        return admin.listObjectsV2(r -> r.bucket(NAME)).contents().stream()
                .anyMatch(object -> object.key().equals(key));
    }

    /** Puts something there past every rule. */
    public void write(String key, String content) {
        write(NAME, key, content);
    }

    /** Puts something into any bucket. */
    public void write(String bucket, String key, String content) {
        admin.putObject(
                r -> r.bucket(bucket).key(key), RequestBody.fromBytes(content.getBytes(UTF_8)));
    }

    /** The client of the account's admin. */
    public S3Client s3() {
        return admin;
    }

    public void delete(String key) {
        admin.deleteObject(r -> r.bucket(NAME).key(key));
    }

    private static StaticCredentialsProvider credentials(String key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret"));
    }

    @Override
    public void close() {
        admin.close();
        lab.close();
    }
}
