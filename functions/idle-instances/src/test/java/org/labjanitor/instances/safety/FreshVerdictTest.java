package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ssm.LabSession;

/** The verdict is made again from new evidence right before removal. */
class FreshVerdictTest {
    @Test
    void aKeepTagSetAtTheLastMomentKeeps() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.listen(new Meanwhile(() -> scene.tag(idle, Map.of("lab:keep", "true"))));

            assertSpared(scene, scene.clean(), idle, KeepReason.KEEP_TAG);
        }
    }

    @Test
    void aUseAtTheLastMomentKeeps() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.listen(
                    new Meanwhile(() -> {
                        scene.metrics()
                                .seedBasic(
                                        Scene.cpuOf(idle),
                                        Scene.NOW.plus(Duration.ofMinutes(5)),
                                        Profile.constant(6, 3 * Scene.BUSY));
                        scene.lab().clock().advance(Duration.ofMinutes(40));
                    }));

            assertSpared(scene, scene.clean(), idle, KeepReason.IN_USE);
        }
    }

    @Test
    void aLoginAtTheLastMomentKeeps() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.listen(
                    new Meanwhile(() ->
                            scene.sessions()
                                    .add(
                                            LabSession.of(
                                                    "ada-1",
                                                    idle,
                                                    "arn:aws:iam::111122223333:user/ada",
                                                    Scene.NOW.minusSeconds(5),
                                                    null))));

            assertSpared(scene, scene.clean(), idle, KeepReason.IN_USE);
        }
    }

    @Test
    void aProtectionSetAtTheLastMomentKeeps() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.listen(
                    new Meanwhile(() ->
                            scene.asAdmin(ec2 ->
                                    ec2.modifyInstanceAttribute(request ->
                                            request.instanceId(idle)
                                                    .disableApiStop(value -> value.value(true))))));

            RunResult result = scene.clean();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(Scene.item(result, idle).verdict())
                    .isInstanceOfSatisfying(
                            Keep.class,
                            keep -> assertThat(keep.reason()).isEqualTo(KeepReason.PROTECTED));
        }
    }

    private static String sceneWithOneIdle(Scene scene) {
        scene.busy("at-work");
        return scene.idle("left-behind");
    }

    private static void assertSpared(Scene scene, RunResult result, String id, KeepReason reason) {
        ResultItem item = Scene.item(result, id);
        assertThat(scene.isGone(id)).isFalse();
        assertThat(item.verdict())
                .isInstanceOfSatisfying(
                        Keep.class, keep -> assertThat(keep.reason()).isEqualTo(reason));
        assertThat(item.action()).isEqualTo(Action.NONE);
        assertThat(item.outcomeDetail()).contains("spared");
    }
}
