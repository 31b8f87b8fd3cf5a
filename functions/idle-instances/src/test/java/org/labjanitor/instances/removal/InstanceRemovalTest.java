package org.labjanitor.instances.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.ec2.VolumeSeed;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

class InstanceRemovalTest {
    @Test
    void terminatesIdleMachinesInSeveralRegionsAndKeepsTheBusyOnes() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            String busy = scene.busy("at-work");
            String far =
                    scene.add("eu-west-1", scene.machine("far").zone("eu-west-1b"), Scene.QUIET);

            RunResult result =
                    scene.run(
                            scene.cleanNow(
                                    "\"regions\": [\"all\"], \"budget\": {\"percent\": 100}"));

            assertThat(scene.isGone(idle)).isTrue();
            assertThat(scene.state("eu-west-1", far))
                    .isIn(InstanceStateName.SHUTTING_DOWN, InstanceStateName.TERMINATED);
            assertThat(scene.isGone(busy)).isFalse();
            assertThat(result.with(Outcome.REMOVED)).isEqualTo(2);
            assertThat(result.savings().dollars()).hasToString("140.16");
            assertThat(result.savings().listed()).isFalse();
        }
    }

    @Test
    void aMachineInASmallPartOfAPersonsRequestGoesEvenIfItWorks() {
        try (Scene scene = new Scene()) {
            String busy = scene.busy("at-work");
            String other = scene.busy("at-work-too");

            RunResult result = scene.terminate(busy);

            assertThat(scene.isGone(busy)).isTrue();
            assertThat(scene.isGone(other)).isFalse();
            assertThat(result.items()).hasSize(1);
            assertThat(result.settings()).containsEntry("reason", "asked by the trainer");
        }
    }

    @Test
    void listsWhatStaysBehindWithItsPriceAndLeavesItAlone() {
        try (Scene scene = new Scene()) {
            String idle =
                    scene.add(
                            scene.machine("left-behind")
                                    .volumes(VolumeSeed.root(), VolumeSeed.kept("/dev/sdf", 100)),
                            Scene.QUIET);
            scene.busy("at-work");
            scene.asAdmin(ec2 -> {
                String allocation = ec2.allocateAddress(request -> {}).allocationId();
                ec2.associateAddress(request -> request.allocationId(allocation).instanceId(idle));
            });

            List<Leftover> leftovers = Scene.item(scene.clean(), idle).leftovers();

            assertThat(leftovers)
                    .extracting(Leftover::kind, leftover -> leftover.cost().display())
                    .containsExactlyInAnyOrder(
                            tuple("volume", "about $8.00"), tuple("elastic-ip", "$3.65"));
            scene.asAdmin(ec2 -> {
                assertThat(ec2.describeAddresses().addresses()).hasSize(1);
                assertThat(ec2.describeVolumes().volumes())
                        .anyMatch(volume -> volume.size() == 100);
            });
        }
    }

    @Test
    void cancelsAPersistentSpotRequestBeforeItsMachineSoThatNoneComesBack() {
        try (Scene scene = new Scene()) {
            String spot =
                    scene.add(scene.machine("spot").spot(SpotInstanceType.PERSISTENT), Scene.QUIET);

            RunResult result = scene.terminate(spot);

            assertThat(Scene.item(result, spot).outcome()).isEqualTo(Outcome.REMOVED);
            scene.lab().clock().advance(Duration.ofMinutes(30));
            scene.asAdmin(ec2 ->
                    assertThat(ec2.describeInstances().reservations())
                            .flatExtracting(reservation -> reservation.instances())
                            .allMatch(instance -> instance.instanceId().equals(spot)));
        }
    }

    @Test
    void stopsInsteadOfTerminatingWhenAsked() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");

            RunResult result = scene.run(scene.cleanNow("\"action\": \"stop\""));

            assertThat(scene.state(idle))
                    .isIn(InstanceStateName.STOPPING, InstanceStateName.STOPPED);
            assertThat(Scene.item(result, idle).action()).isEqualTo(Action.STOP);
            assertThat(Scene.item(result, idle).outcome()).isEqualTo(Outcome.REMOVED);
        }
    }

    @Test
    void doesNotStopAMachineWhoseDiskAStopWouldWipe() {
        try (Scene scene = new Scene()) {
            String idle = scene.add(scene.machine("scratch").instanceStore(), Scene.QUIET);
            scene.busy("at-work");

            RunResult result = scene.run(scene.cleanNow("\"action\": \"stop\""));

            assertThat(scene.state(idle)).isEqualTo(InstanceStateName.RUNNING);
            assertThat(Scene.item(result, idle).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(Scene.item(result, idle).outcomeDetail()).contains("instance store");
        }
    }
}
