package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;

/** One refused, vanished or protected resource never stops the others, and never disappears. */
class NothingHiddenTest {
    @Test
    void oneRefusalInABatchStopsNoOther() {
        try (Scene scene = new Scene()) {
            List<String> idle = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                idle.add(scene.idle("left-behind-" + i));
            }
            String elsewhere =
                    scene.add(scene.machine("other-zone").zone("us-east-1b"), Scene.QUIET);
            scene.busy("at-work");
            String refused = idle.get(4);
            scene.listen(protectingWhenTheBatchGoesOut(scene, refused));

            RunResult result = scene.clean();

            for (String id : idle) {
                assertThat(scene.isGone(id)).as(id).isEqualTo(!id.equals(refused));
            }
            assertThat(scene.isGone(elsewhere)).isTrue();
            ResultItem item = Scene.item(result, refused);
            assertThat(item.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(item.outcomeDetail()).contains("disableApiTermination");
            assertThat(result.with(Outcome.REMOVED)).isEqualTo(9);
            assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        }
    }

    @Test
    void everyLabMachineIsInTheResultWhateverItsFate() {
        try (Scene scene = new Scene()) {
            List<String> all =
                    List.of(
                            scene.idle("left-behind"),
                            scene.busy("at-work"),
                            scene.busy("at-work-too"),
                            scene.add(scene.machine("kept").tag("lab:keep", "true"), Scene.QUIET),
                            scene.add(scene.machine("odd").tag("lab:ttl", "soon"), Scene.QUIET),
                            scene.add(
                                    scene.machine("node").managedBy("eks.amazonaws.com").hidden(),
                                    Scene.QUIET),
                            scene.addWithoutMetrics(Scene.REGION, scene.machine("mute")));

            RunResult result = scene.clean();

            assertThat(result.items())
                    .extracting(item -> item.resource().id())
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void aRegionThatFailsHidesNoOther() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            scene.lab().account(Scene.ACCOUNT).deny("ec2:DescribeInstances", "eu-west-1");

            RunResult result =
                    scene.run(
                            scene.cleanNow(
                                    "\"regions\": [\"eu-west-1\", \"us-east-1\", \"us-moon-1\", \"af-south-1\"]"));

            assertThat(scene.isGone(idle)).isTrue();
            assertThat(result.notExamined())
                    .extracting(gap -> gap.what())
                    .containsExactlyInAnyOrder("eu-west-1", "us-moon-1", "af-south-1");
        }
    }

    private static SweepListener protectingWhenTheBatchGoesOut(Scene scene, String id) {
        return new SweepListener() {
            @Override
            public void removing(String region, int instances) {
                scene.asAdmin(ec2 ->
                        ec2.modifyInstanceAttribute(request ->
                                request.instanceId(id)
                                        .disableApiTermination(value -> value.value(true))));
            }
        };
    }
}
