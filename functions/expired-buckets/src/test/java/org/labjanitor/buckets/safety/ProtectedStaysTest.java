package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Setting;
import org.labjanitor.simulator.s3.bucket.Versioning;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.IndexDocument;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.Type;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

/** What protects a bucket, or depends on it, is never lifted or worked around. */
class ProtectedStaysTest {
    static Stream<Arguments> protections() {
        return Stream.of(
                of(
                        "Object Lock",
                        bucket ->
                                bucket.setting(
                                        Setting.OBJECT_LOCK,
                                        ObjectLockConfiguration.builder()
                                                .objectLockEnabled(ObjectLockEnabled.ENABLED)
                                                .build()),
                        KeepReason.PROTECTED,
                        "Object Lock is on"),
                of(
                        "MFA delete",
                        bucket -> {
                            bucket.versioning(Versioning.ENABLED);
                            bucket.mfaDelete(true);
                        },
                        KeepReason.PROTECTED,
                        "MFA delete is on"),
                of(
                        "Deny",
                        bucket ->
                                bucket.policy(
                                        policy(bucket, "Deny", "\"*\"", "s3:DeleteObjectVersion")),
                        KeepReason.PROTECTED,
                        "denies s3:DeleteObjectVersion"),
                of(
                        "log delivery",
                        bucket ->
                                bucket.policy(
                                        policy(
                                                bucket,
                                                "Allow",
                                                "{\"Service\": \"cloudtrail.amazonaws.com\"}",
                                                "s3:PutObject")),
                        KeepReason.DEPENDED_ON,
                        "cloudtrail.amazonaws.com"),
                of(
                        "replication",
                        bucket ->
                                bucket.setting(
                                        Setting.REPLICATION,
                                        ReplicationConfiguration.builder()
                                                .role("arn:aws:iam::111122223333:role/r")
                                                .build()),
                        KeepReason.DEPENDED_ON,
                        "replicated"),
                of(
                        "log delivery by ACL",
                        ProtectedStaysTest::takesLogsByAcl,
                        KeepReason.DEPENDED_ON,
                        "ACL lets S3 deliver access logs"),
                of(
                        "website",
                        bucket ->
                                bucket.setting(
                                        Setting.WEBSITE,
                                        WebsiteConfiguration.builder()
                                                .indexDocument(
                                                        IndexDocument.builder()
                                                                .suffix("index.html")
                                                                .build())
                                                .build()),
                        KeepReason.DEPENDED_ON,
                        "serves a website"));
    }

    /** As buckets were before S3 gave their owners everything in them. */
    private static void takesLogsByAcl(Bucket bucket) {
        bucket.setting(
                Setting.OWNERSHIP,
                OwnershipControls.builder()
                        .rules(
                                OwnershipControlsRule.builder()
                                        .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                                        .build())
                        .build());
        bucket.setting(
                Setting.ACL,
                AccessControlPolicy.builder()
                        .grants(
                                Grant.builder()
                                        .grantee(
                                                Grantee.builder()
                                                        .type(Type.GROUP)
                                                        .uri(
                                                                "http://acs.amazonaws.com/groups/s3/LogDelivery")
                                                        .build())
                                        .permission(Permission.WRITE)
                                        .build())
                        .build());
    }

    private static Arguments of(
            String name, Consumer<Bucket> protection, KeepReason reason, String words) {
        return Arguments.of(Named.of(name, protection), reason, words);
    }

    @ParameterizedTest
    @MethodSource("protections")
    void aBucketThatSomethingSpeaksAgainstIsNotTouched(
            Consumer<Bucket> protection, KeepReason reason, String words) {
        try (Scene scene = new Scene()) {
            Bucket bucket = scene.expired("lab-over");
            protection.accept(bucket);

            RunResult result = scene.clean();

            Untouched.assertKept(result, "lab-over", reason);
            assertThat(Scene.item(result, "lab-over").verdict().explanation().sentence())
                    .contains(words);
            assertThat(bucket.objects().count()).isEqualTo(5);
            Untouched.assertNothingChanged(scene);
        }
    }

    @ParameterizedTest
    @MethodSource("protections")
    void namingItOutrightChangesNothingAboutIt(
            Consumer<Bucket> protection, KeepReason reason, String words) {
        try (Scene scene = new Scene()) {
            protection.accept(scene.inUse("lab-named"));

            Untouched.assertKept(scene.delete("lab-named"), "lab-named", reason);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aKeepTagIsStrongerThanAnExpiryAndThanANameOutright() {
        try (Scene scene = new Scene()) {
            scene.filled("lab-kept", Map.of("lab:expires", "2026-11-10", "lab:keep", "true"));

            Untouched.assertKept(scene.clean(), "lab-kept", KeepReason.KEEP_TAG);
            Untouched.assertKept(scene.delete("lab-kept"), "lab-kept", KeepReason.KEEP_TAG);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aPolicyThatOnlyInsistsOnTlsProtectsNothing() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over")
                    .policy(
                            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": [\"arn:aws:s3:::lab-over\", \"arn:aws:s3:::lab-over/*\"], \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"false\"}}}]}");

            scene.clean();

            assertThat(scene.isGone("lab-over")).isTrue();
        }
    }

    private static String policy(Bucket bucket, String effect, String principal, String action) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"%s\", \"Principal\": %s, \"Action\": \"%s\", \"Resource\": \"arn:aws:s3:::%s/*\"}]}"
                .formatted(effect, principal, action, bucket.name());
    }
}
