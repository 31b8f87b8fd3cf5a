package org.labjanitor.instances.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.ssm.LabAgent;
import org.labjanitor.simulator.ssm.LabScript;
import org.labjanitor.simulator.ssm.ManagedNodes;
import org.labjanitor.simulator.ssm.SentCommand;

/** Machines that are asked for their logins themselves, by Run Command. */
class AskedMachinesTest {
    private static final String ASKING = "\"policy\": {\"askMachines\": true}";
    private static final String WARN = "{\"mode\": \"warn\", " + ASKING + "}";

    private static ManagedNodes nodes(Scene scene) {
        return scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).nodes();
    }

    private static LabScript record(String... logins) {
        List<String> lines = new ArrayList<>(List.of("lab-janitor logins 1"));
        lines.add("begins 2026-11-10T10:00:20Z");
        lines.addAll(List.of(logins));
        lines.add("end");
        return LabScript.says(String.join("\n", lines) + "\n");
    }

    private static String idle(Scene scene, LabScript script) {
        String id = scene.idle("left-behind");
        nodes(scene).online(id, script);
        return id;
    }

    private static void cpu(Scene scene, String id, Instant from, Instant to, double cpu) {
        scene.metrics(Scene.REGION, id, from, Duration.between(from, to), cpu);
    }

    private static RunResult clean(Scene scene) {
        return scene.run(scene.cleanNow("\"budget\": {\"percent\": 100}, " + ASKING));
    }

    private static Verdict assertStays(Scene scene, String id) {
        Verdict verdict = Scene.item(clean(scene), id).verdict();
        assertThat(scene.isGone(id)).isFalse();
        return verdict;
    }

    private static void assertUnknown(Scene scene, String id, String why) {
        Verdict verdict = assertStays(scene, id);
        assertThat(verdict.reason()).isEqualTo(UnknownReason.LOGINS_UNAVAILABLE);
        assertThat(verdict.explanation().sentence())
                .startsWith("The logins of Run Command could not be read: ")
                .contains(why);
    }

    @Test
    void aMachineThatSawNobodyGoesAndTheEvidenceSaysThatItWasAsked() {
        try (Scene scene = new Scene()) {
            String idle = idle(scene, record());
            scene.busy("at-work");

            RunResult result = clean(scene);

            assertThat(scene.isGone(idle)).isTrue();
            assertThat(Scene.item(result, idle).verdict().explanation().facts())
                    .filteredOn(fact -> fact.name().equals("logins by Run Command"))
                    .singleElement()
                    .extracting(Fact::value, Fact::source)
                    .satisfies(said -> {
                        assertThat(said.getFirst().toString()).startsWith("none since");
                        assertThat(said.getLast().toString())
                                .contains("wtmp", "blind to past logins without a terminal");
                    });
            assertThat(result.settings().get("policy")).contains("machines asked");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login ada at 2026-11-19T20:00:00Z - 2026-11-19T21:30:00Z (01:30)",
                "login ada at 2026-11-12T20:00:00Z still logged in",
                "login ada at 2026-11-19T20:00:00Z gone - no logout",
                "login ada at 2026-11-12T20:00:00Z - crash (7+02:00)",
                "open ada"
            })
    void aLoginOnTheMachineKeepsIt(String login) {
        try (Scene scene = new Scene()) {
            String id = idle(scene, record(login));

            Verdict verdict = assertStays(scene, id);

            assertThat(verdict.reason()).isEqualTo(KeepReason.IN_USE);
            assertThat(verdict.explanation().sentence()).contains("login of ada");
            assertThat(verdict.explanation().facts().getFirst().source()).isEqualTo("Run Command");
        }
    }

    @Test
    void aLoginKeepsTheOwnerFromBeingWarned() {
        try (Scene scene = new Scene()) {
            idle(scene, record("open ada"));
            scene.busy("at-work");
            scene.giveGrace();

            scene.run(WARN);

            assertThat(scene.messages("warning")).isEmpty();
        }
    }

    @Test
    void aMachineWithoutAgentStays() {
        try (Scene scene = new Scene()) {
            String id = scene.idle("left-behind");

            assertUnknown(scene, id, "no SSM agent of the machine is registered");
            assertThat(nodes(scene).commands()).isEmpty();
        }
    }

    @Test
    void aMachineWhoseAgentIsLostOrThatIsNoLinuxStays() {
        try (Scene scene = new Scene()) {
            String lost = scene.idle("lost");
            String windows = scene.idle("windows");
            nodes(scene).report(lost, LabAgent.LOST);
            nodes(scene).report(windows, LabAgent.ONLINE_ON_WINDOWS);

            assertUnknown(scene, lost, "SSM agent is not online but ConnectionLost");
            assertUnknown(scene, windows, "only Linux machines can be asked, and this is Windows");
            assertThat(nodes(scene).commands()).isEmpty();
        }
    }

    @Test
    void aScriptThatFailsLeavesItUnknown() {
        try (Scene scene = new Scene()) {
            String id = idle(scene, LabScript.fails(127, "sh: not found"));

            assertUnknown(scene, id, "the command failed on the machine: Failed");
        }
    }

    @Test
    void aMachineThatDoesNotAnswerInTimeStays() {
        try (Scene scene = new Scene()) {
            String id =
                    idle(scene, new LabScript(0, record().output(), "", Duration.ofMinutes(10)));

            assertUnknown(scene, id, "did not answer within 75 s");
        }
    }

    @Test
    void aRunThatHasNoTimeToWaitForAnswersSendsNothing() {
        try (Scene scene = new Scene()) {
            String id = idle(scene, record());
            scene.giveGrace();

            RunResult result = scene.run(WARN, Duration.ofSeconds(90));

            assertThat(Scene.item(result, id).verdict().explanation().sentence())
                    .contains("time ran out");
            assertThat(result.continues()).isTrue();
            assertThat(nodes(scene).commands()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ssm:DescribeInstanceInformation",
        "ssm:SendCommand",
        "ssm:ListCommandInvocations",
    })
    void aMissingPermissionLeavesItUnknownAndIsNamed(String action) {
        try (Scene scene = new Scene()) {
            String id = idle(scene, record());
            scene.lab().account(Scene.ACCOUNT).deny(action);

            assertUnknown(scene, id, "The credentials need the permission " + action);
        }
    }

    @Test
    void oneThatCannotBeAskedDoesNotStopTheOthers() {
        try (Scene scene = new Scene()) {
            String good = idle(scene, record());
            String bad = idle(scene, LabScript.fails(1, ""));
            String offline = scene.idle("offline");
            scene.busy("at-work");
            scene.busy("at-work-too");

            clean(scene);

            assertThat(scene.isGone(good)).isTrue();
            assertThat(scene.isGone(bad)).isFalse();
            assertThat(scene.isGone(offline)).isFalse();
        }
    }

    @Test
    void machinesInUseAreLeftAlone() {
        try (Scene scene = new Scene()) {
            nodes(scene).online(scene.busy("at-work"), record());

            clean(scene);

            assertThat(nodes(scene).commands()).isEmpty();
        }
    }

    @Test
    void withoutTheSettingNobodyIsAsked() {
        try (Scene scene = new Scene()) {
            String id = idle(scene, record("open ada"));

            scene.clean();

            assertThat(scene.isGone(id)).isTrue();
            assertThat(nodes(scene).commands()).isEmpty();
        }
    }

    @Test
    void oneThatTakesLongerToJudgeSharesTheCommand() {
        try (Scene scene = new Scene()) {
            String rare = scene.addWithoutMetrics(Scene.REGION, scene.machine("used-twice"));
            Instant again = Scene.LAUNCH.plus(Duration.ofHours(80)).plus(Duration.ofMinutes(25));
            Instant since = again.plus(Duration.ofMinutes(5));
            cpu(scene, rare, Scene.LAUNCH, Scene.LAUNCH.plus(Duration.ofHours(1)), Scene.BUSY);
            cpu(scene, rare, Scene.LAUNCH.plus(Duration.ofHours(1)), again, Scene.QUIET);
            cpu(scene, rare, again, since, Scene.BUSY);
            cpu(scene, rare, since, Scene.NOW.plus(Duration.ofDays(1)), Scene.QUIET);
            nodes(scene).online(rare, record());
            idle(scene, record());
            scene.busy("at-work");
            scene.giveGrace();

            scene.run(WARN);

            assertThat(nodes(scene).commands())
                    .hasSize(2)
                    .extracting(SentCommand::commandId)
                    .containsOnly(nodes(scene).commands().getFirst().commandId());
        }
    }

    @Test
    void fiftyMachinesShareACommand() {
        try (Scene scene = new Scene()) {
            List<String> ids = new ArrayList<>();
            for (int machine = 0; machine < 120; machine++) {
                ids.add(idle(scene, record()));
            }
            scene.busy("at-work");
            scene.giveGrace();

            RunResult result = scene.run(WARN);

            assertThat(ids)
                    .allSatisfy(id ->
                            assertThat(Scene.item(result, id).verdict())
                                    .isInstanceOf(Removable.class));
            assertThat(scene.lab().calls().count("SendCommand")).isEqualTo(3);
            assertThat(nodes(scene).commands())
                    .extracting(SentCommand::instanceId)
                    .containsExactlyInAnyOrderElementsOf(ids);
            assertThat(scene.lab().calls().count("ListCommandInvocations")).isLessThan(10);
        }
    }
}
