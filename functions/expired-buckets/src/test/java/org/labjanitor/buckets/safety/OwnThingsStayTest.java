package org.labjanitor.buckets.safety;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.KeepReason;

/** The stack's own buckets and deployments' artifacts are never candidates. */
class OwnThingsStayTest {
    @Test
    void aConfiguredBucketStaysThoughItLooksLikeALabsAndIsNamed() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-janitor-ledger");

            Untouched.assertKept(scene.clean(), "lab-janitor-ledger", KeepReason.OWN_THING);
            Untouched.assertKept(
                    scene.delete("lab-janitor-ledger"), "lab-janitor-ledger", KeepReason.OWN_THING);
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
}
