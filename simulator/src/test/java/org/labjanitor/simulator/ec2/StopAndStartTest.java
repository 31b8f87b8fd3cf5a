package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

class StopAndStartTest extends Ec2Lab {
    @Test
    void aRestartMovesTheLaunchTimeButNotTheFirstAttachment() {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        String id = seed(seed -> seed.launched(first));
        ec2.stopInstances(r -> r.instanceIds(id));
        assertThat(here().state(id)).contains(InstanceStateName.STOPPING);
        pass("PT1M");
        assertThat(see(id).state().code()).isEqualTo(80);
        assertThat(see(id).stateTransitionReason())
                .isEqualTo("User initiated (2026-11-20 10:00:00 GMT)");
        ec2.startInstances(r -> r.instanceIds(id));
        assertThat(here().state(id)).contains(InstanceStateName.PENDING);
        pass("PT1M");
        Instance restarted = see(id);
        assertThat(restarted.state().name()).isEqualTo(InstanceStateName.RUNNING);
        assertThat(restarted.launchTime()).isEqualTo("2026-11-20T10:01:00Z");
        assertThat(restarted.networkInterfaces().getFirst().attachment().attachTime())
                .isEqualTo(first);
        assertThat(restarted.blockDeviceMappings().getFirst().ebs().attachTime()).isEqualTo(first);
        assertThat(restarted.stateTransitionReason()).isEmpty();
    }

    @Test
    void stoppingTheStoppedAndStartingTheRunningIsFine() {
        String running = seed(seed -> {});
        String stopped = seed(seed -> seed.state(InstanceStateName.STOPPED));
        ec2.startInstances(r -> r.instanceIds(running));
        ec2.stopInstances(r -> r.instanceIds(stopped));
        assertThat(here().state(running)).contains(InstanceStateName.RUNNING);
        assertThat(here().state(stopped)).contains(InstanceStateName.STOPPED);
    }

    @Test
    void theTerminatedCanNeitherBeStartedNorStopped() {
        String id = seed(seed -> seed.state(InstanceStateName.TERMINATED));
        assertThat(failure(() -> ec2.startInstances(r -> r.instanceIds(id))))
                .startsWith("IncorrectInstanceState 400 The instance '" + id);
        assertThat(failure(() -> ec2.stopInstances(r -> r.instanceIds(id))))
                .startsWith("IncorrectInstanceState 400 This instance '" + id);
    }

    @Test
    void stopProtectionFailsTheWholeCall() {
        String free = seed(seed -> {});
        String held = seed(InstanceSeed.Builder::stopProtected);
        assertThat(failure(() -> ec2.stopInstances(r -> r.instanceIds(free, held))))
                .isEqualTo(
                        "OperationNotPermitted 400 The instance '"
                                + held
                                + "' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.");
        assertThat(here().state(free)).contains(InstanceStateName.RUNNING);
    }

    @Test
    void terminationProtectionDoesNotStopAStop() {
        String id = seed(InstanceSeed.Builder::terminationProtected);
        ec2.stopInstances(r -> r.instanceIds(id));
        assertThat(here().state(id)).contains(InstanceStateName.STOPPING);
    }

    @Test
    void whatCannotBeStoppedSaysWhy() {
        String oneTime = seed(seed -> seed.spot(SpotInstanceType.ONE_TIME));
        String store = seed(InstanceSeed.Builder::instanceStore);
        assertThat(failure(() -> ec2.stopInstances(r -> r.instanceIds(oneTime))))
                .startsWith("UnsupportedOperation 400")
                .contains("one-time Spot Instance request");
        assertThat(failure(() -> ec2.stopInstances(r -> r.instanceIds(store))))
                .startsWith("UnsupportedOperation 400")
                .contains("root device type");
    }
}
