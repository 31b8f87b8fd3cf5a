package org.labjanitor.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** Buckets that are emptied and stay, so that no stranger can take their names. */
class KeptNameTest {
    private static final Map<String, String> OVER = Map.of("lab:expires", "2026-11-10");
    private static final String REST =
            "\"after\": \"keep\", \"budget\": {\"count\": 10, \"percent\": 100}}";
    private static final String REPORT = "{\"mode\": \"report\", " + REST;
    private static final String WARN = "{\"mode\": \"warn\", " + REST;
    private static final String CLEAN = "{\"mode\": \"clean\", " + REST;

    @Test
    void nobodyIsWarnedOfABucketThatWasEmptied() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            assertThat(emptied(scene).outcome()).isEqualTo(Outcome.EMPTIED);
            int told = scene.notices().size();
            scene.lab().clock().advance(Duration.ofDays(30));

            assertEmptyAlready(scene.run(WARN));
            assertEmptyAlready(scene.run(CLEAN));
            assertThat(scene.notices()).hasSize(told);
        }
    }

    @Test
    void aBucketThatIsFilledAgainIsWarnedOfAndEmptiedAgain() {
        try (Scene scene = Scene.withGrace()) {
            Bucket bucket = scene.expired("lab-over");
            emptied(scene);
            bucket.objects().seed(1, _ -> "late.txt");

            assertThat(emptied(scene).outcome()).isEqualTo(Outcome.EMPTIED);
            assertThat(scene.notices())
                    .extracting(message -> message.text("kind"))
                    .containsExactly("warning", "outcome", "warning", "outcome");
            assertThat(bucket.objects().isEmpty()).isTrue();
        }
    }

    @Test
    void aMarkerOrABegunUploadIsNotNothing() {
        try (Scene scene = new Scene()) {
            Bucket marked = scene.bucket(Scene.REGION, "lab-marked", OVER);
            marked.objects().deleteMarker("gone.txt");
            Bucket begun = scene.bucket(Scene.REGION, "lab-begun", OVER);
            begun.objects().openUpload("half.bin");

            RunResult result = scene.run(REPORT);

            assertThat(Scene.item(result, "lab-marked").action()).isEqualTo(Action.WOULD_EMPTY);
            assertThat(Scene.item(result, "lab-begun").action()).isEqualTo(Action.WOULD_EMPTY);
        }
    }

    @Test
    void aBucketThatMayNotBeLookedIntoCountsAsFilled() {
        try (Scene scene = new Scene()) {
            scene.bucket(Scene.REGION, "lab-over", OVER);
            scene.lab().account(Scene.ACCOUNT).deny("s3:ListBucketVersions");

            RunResult result = scene.run(REPORT);

            assertThat(Scene.item(result, "lab-over").action()).isEqualTo(Action.WOULD_EMPTY);
        }
    }

    @Test
    void nobodyLooksIntoABucketThatIsToBeDeleted() {
        try (Scene scene = new Scene()) {
            scene.bucket(Scene.REGION, "lab-over", OVER);

            RunResult result = scene.report();

            assertThat(Scene.item(result, "lab-over").action()).isEqualTo(Action.WOULD_DELETE);
            assertThat(scene.lab().calls().count("ListObjectVersions")).isZero();
        }
    }

    private static ResultItem emptied(Scene scene) {
        scene.run(WARN);
        scene.passGrace();
        return Scene.item(scene.run(CLEAN), "lab-over");
    }

    private static void assertEmptyAlready(RunResult result) {
        assertThat(Scene.item(result, "lab-over").verdict())
                .isInstanceOfSatisfying(
                        Verdict.Keep.class,
                        keep -> assertThat(keep.reason()).isEqualTo(KeepReason.EMPTY));
    }
}
