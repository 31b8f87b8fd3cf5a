package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

/** An outcome is what a later read showed, never what an answer promised. */
class ObservedNotAssumedTest {
    @Test
    void whatCouldNotBeLookedAtAfterwardsIsNotCalledRemoved() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.listen(
                    new SweepListener() {
                        @Override
                        public void removing(String region, int instances) {
                            scene.lab().account(Scene.ACCOUNT).deny("ec2:DescribeInstances");
                        }
                    });

            RunResult result = scene.clean();

            assertThat(scene.lab().calls().count("TerminateInstances")).isEqualTo(1);
            assertThat(Scene.item(result, idle).outcome()).isEqualTo(Outcome.STILL_THERE);
            assertThat(Scene.item(result, idle).outcomeDetail()).contains("ec2:DescribeInstances");
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(result.savings().dollars()).isZero();
        }
    }

    @Test
    void whatWentAlthoughTheCallFailedIsSeenToBeGone() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.lab().faults().add(Fault.everyCall(FaultKind.LOST, "TerminateInstances"));

            RunResult result = scene.clean();

            assertThat(scene.isGone(idle)).isTrue();
            assertThat(Scene.item(result, idle).outcome()).isEqualTo(Outcome.REMOVED);
        }
    }

    @Test
    void anErrorThatNobodyCouldLookIntoIsNotCalledARefusal() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.lab().faults().add(Fault.everyCall(FaultKind.LOST, "TerminateInstances"));
            scene.listen(
                    new SweepListener() {
                        @Override
                        public void removing(String region, int instances) {
                            scene.lab().account(Scene.ACCOUNT).deny("ec2:DescribeInstances");
                        }
                    });

            RunResult result = scene.clean();

            assertThat(Scene.item(result, idle).outcome()).isEqualTo(Outcome.STILL_THERE);
            assertThat(Scene.item(result, idle).outcomeDetail())
                    .contains("ec2:TerminateInstances", "afterwards ec2:DescribeInstances");
        }
    }

    @Test
    void aMachineThatItsOwnerRemovedMeanwhileIsNotOurSuccess() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.listen(
                    new Meanwhile(() ->
                            scene.asAdmin(ec2 ->
                                    ec2.terminateInstances(request -> request.instanceIds(idle)))));

            RunResult result = scene.clean();

            assertThat(Scene.item(result, idle).outcome()).isEqualTo(Outcome.GONE_ALREADY);
            assertThat(result.savings().dollars()).isZero();
        }
    }

    @Test
    void aRegionThatCannotBeReadIsNotExaminedAndNotClean() {
        try (Scene scene = new Scene()) {
            scene.idle("left-behind");
            scene.lab().account(Scene.ACCOUNT).deny("ec2:DescribeInstances", "eu-west-1");

            RunResult result = scene.run("{\"regions\": [\"us-east-1\", \"eu-west-1\"]}");

            assertThat(result.items()).hasSize(1);
            assertThat(result.notExamined())
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.what()).isEqualTo("eu-west-1");
                        assertThat(gap.why()).contains("ec2:DescribeInstances");
                    });
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        }
    }

    @Test
    void anEmptyRegionBesideOneThatCannotBeReadIsExaminedAllTheSame() {
        try (Scene scene = new Scene()) {
            scene.lab().account(Scene.ACCOUNT).deny("ec2:DescribeInstances", "eu-west-1");

            RunResult result = scene.run("{\"regions\": [\"us-east-1\", \"eu-west-1\"]}");

            assertThat(result.examined()).containsExactly("us-east-1");
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        }
    }
}
