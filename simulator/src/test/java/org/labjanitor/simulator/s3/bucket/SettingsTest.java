package org.labjanitor.simulator.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.simulator.s3.S3Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TargetGrant;
import software.amazon.awssdk.services.s3.model.Type;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

class SettingsTest {
    private static final String NAME = "settings";
    private final Lab lab = Lab.start();
    private final S3Client s3 = LabClients.s3(lab);
    private Bucket bucket;

    @BeforeEach
    void create() {
        bucket = lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").buckets().create(NAME);
    }

    @AfterEach
    void close() {
        s3.close();
        lab.close();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private void tag(List<Tag> tags) {
        s3.putBucketTagging(r -> r.bucket(NAME).tagging(t -> t.tagSet(tags)));
    }

    @Test
    void tagsAreReplacedAsAWhole() {
        assertThat(refusal(() -> s3.getBucketTagging(r -> r.bucket(NAME))))
                .isEqualTo("NoSuchTagSet 404");
        tag(List.of(tag("lab", "a"), tag("lab:owner", "")));
        tag(List.of(tag("lab:keep", "true & <more>")));
        assertThat(s3.getBucketTagging(r -> r.bucket(NAME)).tagSet())
                .containsExactly(tag("lab:keep", "true & <more>"));
        assertThat(bucket.tags()).containsEntry("lab:keep", "true & <more>");
        s3.deleteBucketTagging(r -> r.bucket(NAME));
        assertThat(refusal(() -> s3.getBucketTagging(r -> r.bucket(NAME))))
                .isEqualTo("NoSuchTagSet 404");
    }

    @Test
    void tagsHaveLimits() {
        List<Tag> tooMany = IntStream.range(0, 51).mapToObj(i -> tag("key" + i, "value")).toList();
        assertThat(refusal(() -> tag(tooMany))).isEqualTo("BadRequest 400");
        tag(tooMany.subList(0, 50));
        List.of(
                        tag("k".repeat(129), "v"),
                        tag("k", "v".repeat(257)),
                        tag("", "v"),
                        tag("aws:cloudformation", "v"))
                .forEach(bad ->
                        assertThat(refusal(() -> tag(List.of(bad)))).isEqualTo("InvalidTag 400"));
        assertThat(refusal(() -> tag(List.of(tag("k", "1"), tag("k", "2")))))
                .isEqualTo("InvalidTag 400");
        assertThat(bucket.tags()).hasSize(50);
    }

    @Test
    void versioningThatWasNeverOnHasNoStatus() {
        assertThat(s3.getBucketVersioning(r -> r.bucket(NAME)).status()).isNull();
        s3.putBucketVersioning(r ->
                r.bucket(NAME)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        assertThat(bucket.versioning()).isEqualTo(Versioning.ENABLED);
        s3.putBucketVersioning(r ->
                r.bucket(NAME)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.SUSPENDED)));
        assertThat(s3.getBucketVersioning(r -> r.bucket(NAME)).status())
                .isEqualTo(BucketVersioningStatus.SUSPENDED);
    }

    @Test
    void mfaDeleteNeedsTheDeviceToBeTurnedOnAndOff() {
        assertThat(refusal(() -> mfaDelete(MFADelete.ENABLED, ""))).isEqualTo("AccessDenied 403");
        mfaDelete(MFADelete.ENABLED, "arn:aws:iam::111122223333:mfa/root 123456");
        assertThat(s3.getBucketVersioning(r -> r.bucket(NAME)).mfaDelete())
                .isEqualTo(MFADeleteStatus.ENABLED);
        assertThat(refusal(() -> mfaDelete(MFADelete.DISABLED, ""))).isEqualTo("AccessDenied 403");
        assertThat(bucket.mfaDelete()).isTrue();
    }

    private void mfaDelete(MFADelete wanted, String mfa) {
        s3.putBucketVersioning(r ->
                r.bucket(NAME)
                        .mfa(mfa)
                        .versioningConfiguration(
                                v -> v.status(BucketVersioningStatus.ENABLED).mfaDelete(wanted)));
    }

    @Test
    void aLifecycleComesBackAsItWasPut() {
        assertThat(refusal(() -> s3.getBucketLifecycleConfiguration(r -> r.bucket(NAME))))
                .isEqualTo("NoSuchLifecycleConfiguration 404");
        LifecycleRule rule =
                LifecycleRule.builder()
                        .id("go")
                        .status(ExpirationStatus.ENABLED)
                        .filter(f -> f.and(a -> a.prefix("logs/").tags(tag("a", "b"))))
                        .expiration(e -> e.date(Instant.parse("2027-01-01T00:00:00Z")))
                        .abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(1))
                        .build();
        s3.putBucketLifecycleConfiguration(
                r -> r.bucket(NAME).lifecycleConfiguration(c -> c.rules(rule)));
        assertThat(s3.getBucketLifecycleConfiguration(r -> r.bucket(NAME)).rules())
                .containsExactly(rule);
        s3.deleteBucketLifecycle(r -> r.bucket(NAME));
        assertThat(bucket.setting(Setting.LIFECYCLE)).isEmpty();
    }

    @Test
    void replicationNeedsVersioningAndKeepsIt() {
        ReplicationConfiguration configuration =
                ReplicationConfiguration.builder()
                        .role("arn:aws:iam::111122223333:role/copier")
                        .rules(
                                ReplicationRule.builder()
                                        .status(ReplicationRuleStatus.ENABLED)
                                        .destination(d -> d.bucket("arn:aws:s3:::elsewhere"))
                                        .build())
                        .build();
        assertThat(refusal(() -> s3.getBucketReplication(r -> r.bucket(NAME))))
                .isEqualTo("ReplicationConfigurationNotFoundError 404");
        assertThat(refusal(() -> replicate(configuration))).isEqualTo("InvalidRequest 400");
        bucket.versioning(Versioning.ENABLED);
        replicate(configuration);
        assertThat(s3.getBucketReplication(r -> r.bucket(NAME)).replicationConfiguration())
                .isEqualTo(configuration);
        assertThat(
                        refusal(() ->
                                s3.putBucketVersioning(r ->
                                        r.bucket(NAME)
                                                .versioningConfiguration(v ->
                                                        v.status(
                                                                BucketVersioningStatus
                                                                        .SUSPENDED)))))
                .isEqualTo("InvalidBucketState 409");
    }

    private void replicate(ReplicationConfiguration configuration) {
        s3.putBucketReplication(r -> r.bucket(NAME).replicationConfiguration(configuration));
    }

    @Test
    void aWebsiteComesAndGoes() {
        assertThat(refusal(() -> s3.getBucketWebsite(r -> r.bucket(NAME))))
                .isEqualTo("NoSuchWebsiteConfiguration 404");
        s3.putBucketWebsite(r ->
                r.bucket(NAME)
                        .websiteConfiguration(w -> w.indexDocument(i -> i.suffix("index.html"))));
        assertThat(s3.getBucketWebsite(r -> r.bucket(NAME)).indexDocument().suffix())
                .isEqualTo("index.html");
        assertThat(bucket.setting(Setting.WEBSITE)).containsInstanceOf(WebsiteConfiguration.class);
        s3.deleteBucketWebsite(r -> r.bucket(NAME));
        assertThat(refusal(() -> s3.getBucketWebsite(r -> r.bucket(NAME))))
                .isEqualTo("NoSuchWebsiteConfiguration 404");
    }

    @Test
    void loggingComesBackWithItsGrantees() {
        assertThat(s3.getBucketLogging(r -> r.bucket(NAME)).loggingEnabled()).isNull();
        LoggingEnabled logging =
                LoggingEnabled.builder()
                        .targetBucket("logs")
                        .targetPrefix("a/")
                        .targetGrants(
                                TargetGrant.builder()
                                        .grantee(g ->
                                                g.type(Type.GROUP).uri("http://acs/LogDelivery"))
                                        .permission(Permission.WRITE.toString())
                                        .build())
                        .build();
        s3.putBucketLogging(
                r -> r.bucket(NAME).bucketLoggingStatus(status -> status.loggingEnabled(logging)));
        assertThat(s3.getBucketLogging(r -> r.bucket(NAME)).loggingEnabled()).isEqualTo(logging);
    }

    @Test
    void objectLockNeedsVersioning() {
        ObjectLockConfiguration lock =
                ObjectLockConfiguration.builder()
                        .objectLockEnabled("Enabled")
                        .rule(rule ->
                                rule.defaultRetention(
                                        d -> d.mode(ObjectLockRetentionMode.GOVERNANCE).days(3)))
                        .build();
        assertThat(refusal(() -> s3.getObjectLockConfiguration(r -> r.bucket(NAME))))
                .isEqualTo("ObjectLockConfigurationNotFoundError 404");
        assertThat(refusal(() -> lock(lock))).isEqualTo("InvalidBucketState 409");
        bucket.versioning(Versioning.ENABLED);
        lock(lock);
        assertThat(s3.getObjectLockConfiguration(r -> r.bucket(NAME)).objectLockConfiguration())
                .isEqualTo(lock);
    }

    private void lock(ObjectLockConfiguration lock) {
        s3.putObjectLockConfiguration(r -> r.bucket(NAME).objectLockConfiguration(lock));
    }

    @Test
    void aNewBucketIsPrivateAndEncrypted() {
        assertThat(
                        s3.getPublicAccessBlock(r -> r.bucket(NAME))
                                .publicAccessBlockConfiguration()
                                .blockPublicPolicy())
                .isTrue();
        s3.putPublicAccessBlock(r ->
                r.bucket(NAME)
                        .publicAccessBlockConfiguration(
                                PublicAccessBlockConfiguration.builder()
                                        .blockPublicAcls(false)
                                        .build()));
        s3.deletePublicAccessBlock(r -> r.bucket(NAME));
        assertThat(refusal(() -> s3.getPublicAccessBlock(r -> r.bucket(NAME))))
                .isEqualTo("NoSuchPublicAccessBlockConfiguration 404");
        s3.deleteBucketEncryption(r -> r.bucket(NAME));
        assertThat(
                        s3.getBucketEncryption(r -> r.bucket(NAME))
                                .serverSideEncryptionConfiguration()
                                .rules()
                                .getFirst()
                                .applyServerSideEncryptionByDefault()
                                .sseAlgorithmAsString())
                .isEqualTo("AES256");
        assertThat(
                        s3.getBucketOwnershipControls(r -> r.bucket(NAME))
                                .ownershipControls()
                                .rules()
                                .getFirst()
                                .objectOwnershipAsString())
                .isEqualTo("BucketOwnerEnforced");
        assertThat(
                        s3.listBucketInventoryConfigurations(r -> r.bucket(NAME))
                                .inventoryConfigurationList())
                .isEmpty();
    }

    @Test
    void everyChangeOfASettingMovesTheDateOfTheLastChange() {
        Instant created = bucket.changedAt();
        lab.clock().advance(Duration.ofHours(1));
        s3.putBucketWebsite(r ->
                r.bucket(NAME)
                        .websiteConfiguration(w -> w.indexDocument(i -> i.suffix("index.html"))));
        assertThat(bucket.changedAt()).isEqualTo(created.plus(Duration.ofHours(1)));
        assertThat(bucket.createdAt()).isEqualTo(created);
    }

    @Test
    void whatTheLabDoesNotKnowIsNamed() {
        assertThat(refusal(() -> s3.getBucketAccelerateConfiguration(r -> r.bucket(NAME))))
                .isEqualTo("NotImplemented 501");
        assertThat(refusal(() -> s3.getBucketRequestPayment(r -> r.bucket(NAME))))
                .isEqualTo("NotImplemented 501");
    }
}
