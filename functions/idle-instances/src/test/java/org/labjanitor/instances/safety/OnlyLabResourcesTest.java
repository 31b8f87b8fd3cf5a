package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.RunResult;

/** Nothing without the lab tag is ever changed. */
class OnlyLabResourcesTest {
    @Test
    void anIdleMachineWithoutTheLabTagIsLeftAlone() {
        try (Scene scene = new Scene()) {
            String stranger =
                    scene.add(scene.machine("db").tags(Map.of("Name", "db")), Scene.QUIET);
            String idle = scene.idle("left-behind");
            scene.busy("at-work");

            RunResult result = scene.clean();

            assertThat(scene.isGone(idle)).isTrue();
            assertThat(scene.isGone(stranger)).isFalse();
            assertThat(result.items()).noneMatch(item -> item.resource().id().equals(stranger));
        }
    }

    @Test
    void notEvenAPersonCanNameOneWithoutTheLabTag() {
        try (Scene scene = new Scene()) {
            String stranger =
                    scene.add(scene.machine("db").tags(Map.of("Name", "db")), Scene.QUIET);
            scene.idle("left-behind");

            RunResult result = scene.terminate(stranger);

            assertThat(scene.isGone(stranger)).isFalse();
            assertThat(Scene.item(result, stranger).verdict())
                    .isInstanceOfSatisfying(
                            Keep.class,
                            keep -> assertThat(keep.reason()).isEqualTo(KeepReason.NOT_LAB));
            assertThat(scene.lab().calls().count("TerminateInstances")).isZero();
        }
    }

    @Test
    void aTagThatWasTakenAwayInTheMeantimeCounts() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.listen(new Meanwhile(() -> scene.untag(idle, "lab")));

            scene.clean();

            assertThat(scene.isGone(idle)).isFalse();
        }
    }

    @Test
    void whoAsksAboutAStrangerIsToldSoAndNothingElseHappens() {
        try (Scene scene = new Scene()) {
            String stranger =
                    scene.add(scene.machine("db").tags(Map.of("Name", "db")), Scene.QUIET);
            scene.idle("left-behind");

            RunResult result =
                    scene.run(
                            "{\"explain\": true, \"regions\": [\"us-east-1\"], \"only\": [\"%s\"]}"
                                    .formatted(stranger));

            assertThat(result.items()).hasSize(1);
            assertThat(Scene.item(result, stranger).verdict())
                    .isInstanceOfSatisfying(
                            Keep.class,
                            keep -> assertThat(keep.reason()).isEqualTo(KeepReason.NOT_LAB));
            assertThat(scene.lab().calls().count("TerminateInstances")).isZero();
            assertThat(scene.lab().calls().count("CreateTags")).isZero();
        }
    }
}
