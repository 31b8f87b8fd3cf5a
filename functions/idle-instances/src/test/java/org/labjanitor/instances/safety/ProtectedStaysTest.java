package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.ec2.InstanceSeed;

/** A keep tag, termination or stop protection is never lifted or worked around. */
class ProtectedStaysTest {
    static Stream<Named<UnaryOperator<InstanceSeed.Builder>>> protections() {
        return Stream.of(
                Named.of("termination protection", InstanceSeed.Builder::terminationProtected),
                Named.of("stop protection", InstanceSeed.Builder::stopProtected),
                Named.of("keep tag", machine -> machine.tag("lab:keep", "true")),
                Named.of("keep tag with a date", machine -> machine.tag("lab:keep", "2026-12-24")),
                Named.of("managed by EKS", machine -> machine.managedBy("eks.amazonaws.com")),
                Named.of(
                        "Auto Scaling group",
                        machine -> machine.tag("aws:autoscaling:groupName", "web")));
    }

    @ParameterizedTest
    @MethodSource("protections")
    void aProtectedMachineStaysThoughItIsIdle(UnaryOperator<InstanceSeed.Builder> protection) {
        try (Scene scene = new Scene()) {
            String held = scene.add(protection.apply(scene.machine("held")), Scene.QUIET);
            String idle = scene.idle("left-behind");

            RunResult result = scene.clean();

            assertThat(scene.isGone(held)).isFalse();
            assertThat(Scene.item(result, held).verdict()).isInstanceOf(Keep.class);
            assertThat(scene.isGone(idle)).isTrue();
            assertThat(scene.lab().calls().count("ModifyInstanceAttribute")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("protections")
    void aProtectedMachineStaysThoughAPersonNamesIt(
            UnaryOperator<InstanceSeed.Builder> protection) {
        try (Scene scene = new Scene()) {
            String held = scene.add(protection.apply(scene.machine("held")), Scene.QUIET);

            RunResult result = scene.terminate(held);

            assertThat(scene.isGone(held)).isFalse();
            assertThat(Scene.item(result, held).verdict()).isInstanceOf(Keep.class);
            assertThat(scene.lab().calls().count("TerminateInstances")).isZero();
            assertThat(scene.lab().calls().count("ModifyInstanceAttribute")).isZero();
        }
    }
}
