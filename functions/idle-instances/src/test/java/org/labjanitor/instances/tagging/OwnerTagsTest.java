package org.labjanitor.instances.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

/** What owners see on their machines. */
class OwnerTagsTest {
    @Test
    void aWarnedMachineSaysWhatHappensNextAndHowToKeepIt() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);

            scene.warn();

            assertThat(scene.janitorTag(idle))
                    .contains(
                            "to be terminated from 2026-11-21 10:00 UTC unless tagged lab:keep=true");
        }
    }

    @Test
    void aMachineThatIsToBeStoppedSaysSo() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);

            scene.run("{\"mode\": \"warn\", \"action\": \"stop\"}");

            assertThat(scene.janitorTag(idle).orElseThrow()).startsWith("to be stopped from");
        }
    }

    @Test
    void aMachineThatStaysAfterAllSaysNothingAnyMore() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.warn();
            scene.tag(idle, Map.of("lab:keep", "true"));

            scene.warn();

            assertThat(scene.janitorTag(idle)).isEmpty();
        }
    }

    @Test
    void aHundredMachinesAreTaggedInOneCallAndNotAgainByTheNextRun() {
        try (Scene scene = new Scene()) {
            sceneWithOneIdle(scene);
            for (int i = 0; i < 99; i++) {
                scene.idle("left-behind-" + i);
            }

            scene.warn();
            scene.warn();

            assertThat(scene.lab().calls().count("CreateTags")).isEqualTo(1);
        }
    }

    @Test
    void aTagThatSomebodySpoiledIsPutRightAndMovesNoDeadline() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.warn();
            String text = scene.janitorTag(idle).orElseThrow();
            scene.tag(idle, Map.of("lab:janitor", "to be terminated from 2030-01-01 00:00 UTC"));

            scene.warn();
            assertThat(scene.janitorTag(idle)).contains(text);

            scene.tag(idle, Map.of("lab:janitor", "never"));
            scene.turn(Scene.GRACE);
            scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isTrue();
        }
    }

    @Test
    void aTagThatCannotBeWrittenIsToldAndStopsNothing() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.lab().account(Scene.ACCOUNT).deny("ec2:CreateTags");

            RunResult warned = scene.warn();

            assertThat(scene.messages("warning")).hasSize(1);
            assertThat(warned.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(warned.notExamined())
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.what()).isEqualTo("tag lab:janitor of " + idle);
                        assertThat(gap.why()).contains("ec2:CreateTags");
                    });
            scene.turn(Scene.GRACE);
            scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isTrue();
        }
    }

    @Test
    void oneRefusedBatchKeepsNoOtherMachineFromItsTag() {
        try (Scene scene = new Scene()) {
            List<String> idle = new ArrayList<>(List.of(sceneWithOneIdle(scene)));
            for (int i = 0; i < 4; i++) {
                idle.add(scene.idle("left-behind-" + i));
            }
            scene.lab()
                    .faults()
                    .add(
                            Fault.onCall(1, FaultKind.ERROR, "CreateTags")
                                    .withCode("InvalidInstanceID.NotFound", 400));

            scene.warn();

            assertThat(idle).allMatch(id -> scene.janitorTag(id).isPresent());
            assertThat(scene.lab().calls().count("CreateTags")).isEqualTo(3);
        }
    }

    @Test
    void machinesWithoutTheLabTagAreNeverTagged() {
        try (Scene scene = new Scene()) {
            sceneWithOneIdle(scene);
            String stranger =
                    scene.add(scene.machine("db").tags(Map.of("Name", "db")), Scene.QUIET);

            scene.cleanAfterGrace();

            assertThat(scene.janitorTag(stranger)).isEmpty();
        }
    }

    private static String sceneWithOneIdle(Scene scene) {
        scene.busy("at-work");
        scene.busy("at-work-too");
        scene.giveGrace();
        return scene.idle("left-behind");
    }
}
