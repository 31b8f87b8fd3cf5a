package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ssm.LabScript;
import org.labjanitor.simulator.ssm.LabSession;
import org.labjanitor.simulator.ssm.ManagedNodes;

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
            scene.listen(new Meanwhile(() -> use(scene, idle)));

            assertSpared(scene, scene.clean(), idle, KeepReason.IN_USE);
        }
    }

    @Test
    void aLoginAtTheLastMomentKeeps() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.listen(new Meanwhile(() -> logIn(scene, idle)));

            assertSpared(scene, scene.clean(), idle, KeepReason.IN_USE);
        }
    }

    @Test
    void aLoginThatOnlyTheMachineKnowsKeepsAtTheLastMoment() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            String record = "lab-janitor logins 1\nbegins 2026-11-10T10:00:00Z\n";
            ManagedNodes nodes = scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).nodes();
            nodes.online(idle, LabScript.says(record + "end\n"));
            LabScript loggedIn = LabScript.says(record + "open ada\nend\n");
            scene.listen(new Meanwhile(() -> nodes.online(idle, loggedIn)));

            RunResult result =
                    scene.run(
                            scene.cleanNow(
                                    "\"budget\": {\"percent\": 100}, \"policy\": {\"askMachines\": true}"));

            assertSpared(scene, result, idle, KeepReason.IN_USE);
        }
    }

    @Test
    void aProtectionSetAtTheLastMomentKeeps() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.listen(new Meanwhile(() -> protect(scene, idle)));

            RunResult result = scene.clean();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(Scene.item(result, idle).verdict())
                    .isInstanceOfSatisfying(
                            Keep.class,
                            keep -> assertThat(keep.reason()).isEqualTo(KeepReason.PROTECTED));
        }
    }

    /** What an owner may do after the grace, at the very last moment, to keep a machine. */
    static Stream<Named<BiConsumer<Scene, String>>> lastMoments() {
        return Stream.of(
                Named.of("keep tag", (scene, id) -> scene.tag(id, Map.of("lab:keep", "true"))),
                Named.of("login", FreshVerdictTest::logIn),
                Named.of("use", FreshVerdictTest::use),
                Named.of("protection", FreshVerdictTest::protect));
    }

    @ParameterizedTest
    @MethodSource("lastMoments")
    void whatItsOwnerDoesAfterTheGraceAndRightBeforeTheRemovalSparesIt(
            BiConsumer<Scene, String> deed) {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.giveGrace();
            scene.warn();
            assertThat(scene.janitorTag(idle)).isPresent();
            scene.turn(Scene.GRACE);
            scene.listen(new Meanwhile(() -> deed.accept(scene, idle)));

            RunResult result = scene.cleanWithGrace();

            ResultItem item = Scene.item(result, idle);
            assertThat(scene.isGone(idle)).isFalse();
            assertThat(item.verdict()).isInstanceOf(Keep.class);
            assertThat(item.outcomeDetail()).contains("spared");
            assertThat(item.warning()).isNull();
            assertThat(scene.messages("withdrawal"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).contains(idle));
            assertThat(scene.janitorTag(idle)).isEmpty();
            assertThat(scene.lab().calls().count("TerminateInstances")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("lastMoments")
    void whatItsOwnerDoesDuringTheGraceTakesTheWarningBack(BiConsumer<Scene, String> deed) {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.giveGrace();
            scene.warn();
            scene.turn(Scene.GRACE);
            deed.accept(scene, idle);

            scene.cleanWithGrace();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(scene.messages("withdrawal")).hasSize(1);
            assertThat(scene.janitorTag(idle)).isEmpty();
        }
    }

    @Test
    void evidenceThatCannotBeHadRightBeforeTheRemovalSparesAndLetsTheNoticeStand() {
        try (Scene scene = new Scene()) {
            String idle = sceneWithOneIdle(scene);
            scene.giveGrace();
            scene.warn();
            scene.turn(Scene.GRACE);
            scene.listen(
                    new Meanwhile(() ->
                            scene.lab().account(Scene.ACCOUNT).deny("cloudwatch:GetMetricData")));

            RunResult result = scene.cleanWithGrace();

            assertThat(scene.isGone(idle)).isFalse();
            assertThat(Scene.item(result, idle).verdict()).isInstanceOf(Unknown.class);
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(scene.messages("withdrawal")).isEmpty();
            assertThat(scene.janitorTag(idle)).isPresent();
            scene.lab().account(Scene.ACCOUNT).allow("cloudwatch:GetMetricData");
            scene.listen(SweepListener.silent());
            scene.cleanWithGrace();
            assertThat(scene.isGone(idle)).isTrue();
            assertThat(scene.messages("warning")).hasSize(1);
        }
    }

    private static void logIn(Scene scene, String id) {
        scene.sessions()
                .add(
                        LabSession.of(
                                "ada-1",
                                id,
                                "arn:aws:iam::111122223333:user/ada",
                                scene.lab().clock().now().minusSeconds(5),
                                null));
    }

    private static void use(Scene scene, String id) {
        Instant now = scene.lab().clock().now();
        scene.metrics()
                .seedBasic(
                        Scene.cpuOf(id),
                        now.plus(Duration.ofMinutes(5)),
                        Profile.constant(6, 3 * Scene.BUSY));
        scene.turn(Duration.ofMinutes(40));
    }

    private static void protect(Scene scene, String id) {
        scene.asAdmin(ec2 ->
                ec2.modifyInstanceAttribute(request ->
                        request.instanceId(id).disableApiStop(value -> value.value(true))));
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
