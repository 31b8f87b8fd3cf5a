package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.service.RecordedCall;

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
            String idle = scene.idle("left-behind");
            String expired =
                    scene.add(scene.machine("over").tag("lab:expires", "2026-11-01"), Scene.BUSY);
            scene.busy("at-work");

            RunResult result = scene.run(request);

            assertThat(result.removable()).isEqualTo(2);
            assertThat(Scene.item(result, idle).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(Scene.item(result, expired).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(scene.changes()).isEmpty();
        }
    }

    @Test
    void aReportThatWouldAskMachinesSendsThemNothing() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).nodes().online(idle);

            RunResult result = scene.run("{\"policy\": {\"askMachines\": true}}");

            assertThat(Scene.item(result, idle).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(Scene.item(result, idle).verdict().explanation().facts())
                    .extracting(Fact::value)
                    .contains(
                            "not asked in mode report: by Run Command the machine would be asked for"
                                    + " its logins before it is warned of or removed");
            assertThat(scene.changes()).extracting(RecordedCall::operation).isEmpty();
            assertThat(scene.lab().calls().count("SendCommand")).isZero();
        }
    }

    @Test
    void aReportOnNamedMachinesSendsNoCallThatChangesAnything() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");

            RunResult result =
                    scene.run("{\"terminate\": [\"%s\"], \"reason\": \"over\"}".formatted(idle));

            assertThat(Scene.item(result, idle).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(scene.changes()).extracting(RecordedCall::operation).isEmpty();
        }
    }

    @Test
    void aReportThatLooksAtALedgerChangesNothingAndTellsNobody() {
        try (Scene scene = new Scene()) {
            String warned = scene.idle("warned");
            scene.busy("at-work");
            scene.giveGrace();
            scene.warn();
            String fresh = scene.idle("fresh");
            scene.turn(Scene.GRACE.plusHours(1));
            scene.tag(warned, Map.of("lab:janitor", "nonsense"));
            scene.lab().calls().clear();

            RunResult result = scene.report();

            assertThat(scene.changes()).isEmpty();
            assertThat(scene.messages("warning")).hasSize(1);
            assertThat(Scene.item(result, warned).warning()).isNotNull();
            assertThat(Scene.item(result, warned).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(Scene.item(result, fresh).warning()).isNull();
            assertThat(Scene.item(result, fresh).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
        }
    }

    @Test
    void aReportOnAnAccountWithoutItsLedgerSaysSoAndChangesNothing() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.giveGrace();
            scene.lab().account(Scene.ACCOUNT).deny("s3:GetObject");

            RunResult result = scene.report();

            assertThat(scene.changes()).isEmpty();
            assertThat(Scene.item(result, idle).action()).isEqualTo(Action.WOULD_TERMINATE);
            assertThat(result.notExamined()).isNotEmpty();
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        }
    }
}
