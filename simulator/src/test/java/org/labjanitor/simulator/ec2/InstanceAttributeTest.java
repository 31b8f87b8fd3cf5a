package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

class InstanceAttributeTest extends Ec2Lab {
    private DescribeInstanceAttributeResponse ask(String id, InstanceAttributeName attribute) {
        return ec2.describeInstanceAttribute(r -> r.instanceId(id).attribute(attribute));
    }

    @Test
    void protectionsAreAskedForOneByOne() {
        String id = seed(InstanceSeed.Builder::stopProtected);
        DescribeInstanceAttributeResponse termination =
                ask(id, InstanceAttributeName.DISABLE_API_TERMINATION);
        assertThat(termination.disableApiTermination().value()).isFalse();
        assertThat(termination.disableApiStop()).isNull();
        assertThat(ask(id, InstanceAttributeName.DISABLE_API_STOP).disableApiStop().value())
                .isTrue();
        assertThat(
                        ask(id, InstanceAttributeName.INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR)
                                .instanceInitiatedShutdownBehavior()
                                .value())
                .isEqualTo("stop");
    }

    @Test
    void protectionsCanBeChanged() {
        String id = seed(seed -> {});
        ec2.modifyInstanceAttribute(
                r -> r.instanceId(id).disableApiTermination(v -> v.value(true)));
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(id))))
                .startsWith("OperationNotPermitted");
        ec2.modifyInstanceAttribute(r ->
                r.instanceId(id)
                        .attribute(InstanceAttributeName.DISABLE_API_TERMINATION)
                        .value("false"));
        ec2.modifyInstanceAttribute(r -> r.instanceId(id).disableApiStop(v -> v.value(true)));
        ec2.modifyInstanceAttribute(
                r -> r.instanceId(id).instanceInitiatedShutdownBehavior(v -> v.value("terminate")));
        assertThat(
                        ask(id, InstanceAttributeName.DISABLE_API_TERMINATION)
                                .disableApiTermination()
                                .value())
                .isFalse();
        assertThat(ask(id, InstanceAttributeName.DISABLE_API_STOP).disableApiStop().value())
                .isTrue();
        assertThat(
                        ask(id, InstanceAttributeName.INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR)
                                .instanceInitiatedShutdownBehavior()
                                .value())
                .isEqualTo("terminate");
    }

    @Test
    void unknownAttributesAndInstancesAreRefused() {
        String id = seed(seed -> {});
        assertThat(failure(() -> ask(id, InstanceAttributeName.KERNEL)))
                .startsWith("UnknownParameter 400")
                .contains("kernel");
        assertThat(failure(() -> ask("i-12345678", InstanceAttributeName.DISABLE_API_STOP)))
                .startsWith("InvalidInstanceID.NotFound 400");
    }

    @Test
    void theAttributesOfATerminatedInstanceAreNotDocumented() {
        String id = seed(seed -> seed.state(InstanceStateName.TERMINATED));
        assertThat(failure(() -> ask(id, InstanceAttributeName.DISABLE_API_STOP)))
                .startsWith("NotSimulated 400");
    }

    @Test
    void aManagedInstanceIsNotOursToModify() {
        String id = seed(seed -> seed.managedBy("eks.amazonaws.com"));
        assertThat(
                        failure(() ->
                                ec2.modifyInstanceAttribute(
                                        r -> r.instanceId(id).disableApiStop(v -> v.value(true)))))
                .startsWith("UnauthorizedOperation 403");
    }
}
