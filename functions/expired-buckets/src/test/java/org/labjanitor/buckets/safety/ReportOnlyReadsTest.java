package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;

/** {@code report} changes nothing that it looks at, and it is the default. */
class ReportOnlyReadsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mode\": \"report\"}",
                "{\"source\": \"aws.scheduler\", \"detail\": \"{}\"}",
            })
    void aReportSendsNoCallThatChangesAnything(String request) {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.inUse("lab-at-work");

            RunResult result = scene.run(request);

            assertThat(Scene.item(result, "lab-over").action()).isEqualTo(Action.WOULD_DELETE);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aReportOnNamedBucketsSendsNoCallThatChangesAnything() {
        try (Scene scene = new Scene()) {
            scene.inUse("lab-at-work");

            RunResult result =
                    scene.run(
                            "{\"delete\": [\"lab-at-work\"], \"reason\": \"over\", \"after\": \"keep\"}");

            assertThat(Scene.item(result, "lab-at-work").action()).isEqualTo(Action.WOULD_EMPTY);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void aReportReadsTheLedgerAndWritesNothingThoughItCould() {
        try (Scene scene = Scene.withGrace()) {
            scene.expired("lab-over");
            assertThat(Scene.item(scene.report(), "lab-over").outcomeDetail()).isNotEmpty();
            Untouched.assertNothingChanged(scene);
            assertThat(scene.notices()).isEmpty();

            scene.warn();
            scene.lab().calls().clear();
            ResultItem waiting = Scene.item(scene.report(), "lab-over");
            assertThat(waiting.action()).isEqualTo(Action.WOULD_DELETE);
            assertThat(waiting.warning()).isNotNull();
            assertThat(waiting.outcomeDetail()).isNotEmpty();

            scene.passGrace();
            ResultItem due = Scene.item(scene.report(), "lab-over");
            assertThat(due.action()).isEqualTo(Action.WOULD_DELETE);
            assertThat(due.warning()).isEqualTo(waiting.warning());
            Untouched.assertNothingChanged(scene);
            assertThat(scene.notices()).hasSize(1);
        }
    }
}
