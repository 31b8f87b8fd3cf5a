package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.runtime.result.RunResult;

/** Nothing without the lab tag and the name prefix is ever changed. */
class OnlyLabResourcesTest {
    private static final Map<String, String> OVER = Map.of("lab:expires", "2026-11-10");

    @Test
    void aSweepLeavesBucketsWithoutTheTagAlone() {
        try (Scene scene = new Scene()) {
            scene.untagged(Scene.REGION, "lab-of-somebody", OVER);

            RunResult result = scene.clean();

            Untouched.assertKept(result, "lab-of-somebody", KeepReason.NOT_LAB);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aSweepLeavesBucketsWithoutThePrefixAlone() {
        try (Scene scene = Scene.withGrace()) {
            scene.filled("production-data", OVER);

            RunResult result = scene.warnWaitAndClean();

            assertThat(result.items())
                    .noneMatch(item -> item.resource().id().equals("production-data"));
            Untouched.assertOnlyPaperwork(scene);
        }
    }

    @Test
    void namingABucketOutrightDoesNotMakeItALabBucket() {
        try (Scene scene = new Scene()) {
            scene.filled("production-data", OVER);
            scene.untagged(Scene.REGION, "lab-of-somebody", OVER);

            RunResult result = scene.delete("production-data", "lab-of-somebody");

            Untouched.assertKept(result, "production-data", KeepReason.OTHER_NAME);
            Untouched.assertKept(result, "lab-of-somebody", KeepReason.NOT_LAB);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void onlyNarrowsAndNeverWidens() {
        try (Scene scene = new Scene()) {
            scene.filled("production-data", OVER);
            scene.expired("lab-over");
            scene.expired("lab-over-too");

            RunResult result =
                    scene.run(
                            "{\"mode\": \"clean\", \"graceHours\": 0, \"only\": [\"production-data\", \"lab-over\"]}");

            Untouched.assertKept(result, "production-data", KeepReason.OTHER_NAME);
            assertThat(scene.isGone("lab-over")).isTrue();
            assertThat(scene.isGone("lab-over-too")).isFalse();
        }
    }
}
