package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.runtime.result.RunResult;

/** The stack's own buckets and deployments' artifacts are never candidates. */
class OwnThingsStayTest {
    @Test
    void aConfiguredBucketStaysThoughItLooksLikeALabsAndIsNamed() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-janitor-artifacts");

            Untouched.assertKept(scene.clean(), "lab-janitor-artifacts", KeepReason.OWN_THING);
            Untouched.assertKept(
                    scene.delete("lab-janitor-artifacts"),
                    "lab-janitor-artifacts",
                    KeepReason.OWN_THING);
            Untouched.assertNothingChanged(scene);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aws:cloudformation:stack-name, lab-janitor",
        "aws:cloudformation:stack-name, aws-sam-cli-managed-default",
        "ManagedStackSource, AwsSamCli",
    })
    void aBucketThatADeploymentHasTaggedStays(String key, String value) {
        try (Scene scene = new Scene()) {
            Map<String, String> tags = new HashMap<>(Map.of("lab:expires", "2026-11-10"));
            tags.put(key, value);
            scene.filled("lab-janitor-reports", tags);

            Untouched.assertKept(scene.clean(), "lab-janitor-reports", KeepReason.OWN_THING);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void theLedgersAndTheReportsBucketsStayWhateverElseIsConfigured() {
        try (Scene scene = Scene.withGrace()) {
            scene.configure(scene.settings().withReportsIn("lab-janitor-pages"));
            scene.expired("lab-janitor-pages");
            scene.lab()
                    .account(Scene.ACCOUNT)
                    .region(Scene.REGION)
                    .buckets()
                    .find(Scene.LEDGER)
                    .orElseThrow()
                    .tags(Map.of("lab", "x", "lab:expires", "2026-11-10"));

            RunResult swept = scene.warnWaitAndClean();
            RunResult named = scene.delete(Scene.LEDGER, "lab-janitor-pages");

            for (String own : List.of(Scene.LEDGER, "lab-janitor-pages")) {
                Untouched.assertKept(swept, own, KeepReason.OWN_THING);
                Untouched.assertKept(named, own, KeepReason.OWN_THING);
            }
            Untouched.assertOnlyPaperwork(scene);
            assertThat(scene.notices()).isEmpty();
        }
    }
}
