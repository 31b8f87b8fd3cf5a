package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** The verdict is made again from new evidence right before removal. */
class FreshVerdictTest {
    @Test
    void aKeepTagSetAtTheLastMomentKeeps() {
        assertSpared(
                bucket ->
                        bucket.tags(
                                Map.of(
                                        "lab", "x",
                                        "lab:expires", "2026-11-10",
                                        "lab:keep", "true")),
                KeepReason.KEEP_TAG);
    }

    @Test
    void aLaterExpirySetAtTheLastMomentKeeps() {
        assertSpared(
                bucket -> bucket.tags(Map.of("lab", "x", "lab:expires", "2027-11-10")),
                KeepReason.NOT_EXPIRED);
    }

    @Test
    void aLabTagTakenAwayAtTheLastMomentKeeps() {
        assertSpared(
                bucket -> bucket.tags(Map.of("lab:expires", "2026-11-10")), KeepReason.NOT_LAB);
    }

    @Test
    void aPolicyPutAtTheLastMomentKeeps() {
        assertSpared(
                bucket ->
                        bucket.policy(
                                "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:Delete*\", \"Resource\": \"arn:aws:s3:::lab-over/*\"}]}"),
                KeepReason.PROTECTED);
    }

    @Test
    void tagsThatCannotBeReadAnyMoreKeep() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.listen(
                    new Meanwhile(
                            () -> scene.lab().account(Scene.ACCOUNT).deny("s3:GetBucketTagging")));

            RunResult result = scene.clean();

            Untouched.assertUnknown(result, "lab-over", UnknownReason.TAGS_UNAVAILABLE);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aKeepTagSetAfterTheDeadlineKeepsAndTakesTheNoticeBack() {
        try (Scene scene = Scene.withGrace()) {
            Bucket bucket = scene.expired("lab-over");
            scene.warn();
            scene.passGrace();
            scene.listen(
                    new Meanwhile(() ->
                            bucket.tags(
                                    Map.of(
                                            "lab", "x",
                                            "lab:expires", "2026-11-10",
                                            "lab:keep", "true"))));

            RunResult result = scene.cleanDue();

            Untouched.assertKept(result, "lab-over", KeepReason.KEEP_TAG);
            Untouched.assertOnlyPaperwork(scene);
            assertThat(Scene.item(result, "lab-over").outcomeDetail()).contains("spared");
            assertThat(Scene.item(result, "lab-over").warning()).isNull();
            assertThat(result.correspondence().sent())
                    .extracting(SentNotice::kind)
                    .containsExactly(SentNotice.Kind.WITHDRAWAL);

            bucket.tags(Map.of("lab", "x", "lab:expires", "2026-11-10"));
            scene.cleanDue();
            assertThat(scene.isGone("lab-over")).isFalse();
            assertThat(bucket.objects().count()).isEqualTo(5);
        }
    }

    @Test
    void tagsThatCannotBeReadAtTheLastMomentKeepAndLetTheNoticeStand() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            scene.warn();
            scene.passGrace();
            Meanwhile outage =
                    new Meanwhile(
                            () -> scene.lab().account(Scene.ACCOUNT).deny("s3:GetBucketTagging"));
            scene.listen(outage);

            RunResult result = scene.cleanDue();

            Untouched.assertUnknown(result, "lab-over", UnknownReason.TAGS_UNAVAILABLE);
            Untouched.assertOnlyPaperwork(scene);
            assertThat(Scene.item(result, "lab-over").warning()).isNotNull();

            scene.lab().account(Scene.ACCOUNT).allow("s3:GetBucketTagging");
            scene.listen(BucketSweepListener.silent());
            scene.cleanDue();
            assertThat(scene.isGone("lab-over")).isTrue();
        }
    }

    private interface Change {
        void to(Bucket bucket);
    }

    private static void assertSpared(Change change, KeepReason reason) {
        try (Scene scene = new Scene()) {
            Bucket bucket = scene.expired("lab-over");
            scene.listen(new Meanwhile(() -> change.to(bucket)));

            RunResult result = scene.clean();

            Untouched.assertKept(result, "lab-over", reason);
            Untouched.assertNothingChanged(scene);
            assertThat(Scene.item(result, "lab-over").outcomeDetail()).contains("spared");
        }
    }
}
