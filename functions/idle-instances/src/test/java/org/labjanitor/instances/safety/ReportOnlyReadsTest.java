package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.service.RecordedCall;

/** {@code report} changes nothing that it looks at, and it is the default. */
class ReportOnlyReadsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mode\": \"report\"}",
                "{\"mode\": \"report\", \"graceHours\": 0}",
                "{\"source\": \"aws.scheduler\", \"detail\": \"{}\"}",
            })
    void aReportSendsNoCallThatChangesAnything(String request) {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            String expired =
                    scene.add(scene.machine("over").tag("lab:expires", "2026-11-01"), Scene.BUSY);
            scene.busy("at-work");

            RunResult result = scene.run(request);

            assertThat(result.removable()).isEqualTo(2);
            assertThat(Scene.item(result, idle).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(Scene.item(result, expired).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(scene.lab().calls().mutations()).isEmpty();
        }
    }

    @Test
    void aReportOnNamedMachinesSendsNoCallThatChangesAnything() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");

            RunResult result =
                    scene.run("{\"terminate\": [\"%s\"], \"reason\": \"over\"}".formatted(idle));

            assertThat(Scene.item(result, idle).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(scene.lab().calls().mutations())
                    .extracting(RecordedCall::operation)
                    .isEmpty();
        }
    }
}
