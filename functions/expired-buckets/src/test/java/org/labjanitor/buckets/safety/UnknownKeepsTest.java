package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** Missing, forbidden, unreadable or implausible evidence keeps a bucket and says why. */
class UnknownKeepsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:GetBucketObjectLockConfiguration",
                "s3:GetBucketVersioning",
                "s3:GetReplicationConfiguration",
                "s3:GetBucketPolicy",
                "s3:GetBucketWebsite",
                "s3:GetBucketOwnershipControls",
                "s3:ListBucket",
            })
    void aQuestionThatS3DoesNotAnswerKeeps(String denied) {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.inUse("lab-at-work");
            scene.lab().account(Scene.ACCOUNT).deny(denied);

            RunResult result = scene.clean();

            Untouched.assertUnknown(result, "lab-over", UnknownReason.PROTECTION_UNAVAILABLE);
            assertThat(Scene.item(result, "lab-over").verdict().explanation().sentence())
                    .contains(denied);
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void tagsThatCannotBeReadKeep() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.lab().account(Scene.ACCOUNT).deny("s3:GetBucketTagging");

            RunResult result = scene.delete("lab-over");

            Untouched.assertUnknown(result, "lab-over", UnknownReason.TAGS_UNAVAILABLE);
            assertThat(Scene.item(result, "lab-over").verdict().explanation().sentence())
                    .contains("The credentials need the permission s3:GetBucketTagging");
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void oneBucketWhoseTagsCannotBeReadDoesNotKeepTheOthers() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-a");
            scene.expired("lab-b");
            scene.lab()
                    .faults()
                    .add(
                            Fault.onCall(1, FaultKind.ERROR, "GetBucketTagging")
                                    .withCode("AccessDenied", 403));

            RunResult result = scene.clean();

            assertThat(result.unknown()).isEqualTo(1);
            assertThat(scene.isGone("lab-a") ^ scene.isGone("lab-b")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab:expires", "lab:ttl", "lab:keep"})
    void anUnreadableTagKeeps(String key) {
        try (Scene scene = new Scene()) {
            Map<String, String> tags = new HashMap<>(Map.of("lab:ttl", "1h"));
            tags.put(key, "next Tuesday");
            scene.filled("lab-over", tags);

            RunResult result = scene.clean();

            Untouched.assertUnknown(result, "lab-over", UnknownReason.UNREADABLE_TAG);
            assertThat(Scene.item(result, "lab-over").verdict().explanation().sentence())
                    .contains(key)
                    .contains("next Tuesday");
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aBucketFromTheFutureKeeps() {
        try (Scene scene = new Scene()) {
            Bucket bucket = scene.filled("lab-over", Map.of("lab:ttl", "1h"));
            bucket.createdAt(Scene.NOW.plus(Duration.ofDays(1)));
            scene.inUse("lab-at-work");

            Untouched.assertUnknown(scene.clean(), "lab-over", UnknownReason.IMPLAUSIBLE);
            Untouched.assertNothingChanged(scene);
        }
    }
}
