package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

class TerminateInstancesTest extends Ec2Lab {
    @Test
    void anInstanceShutsDownThenIsSeenAsTerminatedForAnHour() {
        String id = seed(seed -> seed.tag("lab", "k8s"));
        assertThat(ec2.terminateInstances(r -> r.instanceIds(id)).terminatingInstances())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.previousState().nameAsString()).isEqualTo("running");
                    assertThat(change.currentState().nameAsString()).isEqualTo("shutting-down");
                });
        pass("PT1M");
        Instance gone = see(id);
        assertThat(gone.state().name()).isEqualTo(InstanceStateName.TERMINATED);
        assertThat(gone.stateTransitionReason())
                .isEqualTo("User initiated (2026-11-20 10:00:00 GMT)");
        assertThat(gone.stateReason().code()).isEqualTo("Client.UserInitiatedShutdown");
        assertThat(gone.networkInterfaces()).isEmpty();
        assertThat(gone.tags()).hasSize(1);
        pass("PT1H");
        assertThat(failure(() -> see(id))).startsWith("InvalidInstanceID.NotFound");
    }

    @Test
    void terminatingAgainSucceeds() {
        String id = seed(seed -> {});
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT5M");
        TerminateInstancesResponse again = ec2.terminateInstances(r -> r.instanceIds(id));
        assertThat(again.terminatingInstances())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.currentState().nameAsString()).isEqualTo("terminated"));
    }

    @Test
    void oneWrongIdTerminatesNothing() {
        String id = seed(seed -> {});
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(id, "i-12345678"))))
                .startsWith("InvalidInstanceID.NotFound 400");
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(id, "nonsense"))))
                .startsWith("InvalidInstanceID.Malformed 400");
        assertThat(here().state(id)).contains(InstanceStateName.RUNNING);
    }

    @Test
    void aProtectedInstanceSavesItsZoneAndNoOther() {
        String a = seed(seed -> seed.zone("us-east-1a"));
        String b = seed(seed -> seed.zone("us-east-1a"));
        String c = seed(seed -> seed.zone("us-east-1b").terminationProtected());
        String d = seed(seed -> seed.zone("us-east-1b"));
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(a, b, c, d))))
                .isEqualTo(
                        "OperationNotPermitted 400 The instance '"
                                + c
                                + "' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.");
        assertThat(here().state(a)).contains(InstanceStateName.SHUTTING_DOWN);
        assertThat(here().state(b)).contains(InstanceStateName.SHUTTING_DOWN);
        assertThat(here().state(c)).contains(InstanceStateName.RUNNING);
        assertThat(here().state(d)).contains(InstanceStateName.RUNNING);
    }

    @Test
    void stopProtectionBlocksTerminationToo() {
        String id = seed(InstanceSeed.Builder::stopProtected);
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(id))))
                .isEqualTo(
                        "OperationNotPermitted 400 The instance '"
                                + id
                                + "' may not be terminated. Modify its 'disableApiStop' instance attribute and try again.");
    }

    @Test
    void aManagedInstanceFailsTheWholeCall() {
        String mine = seed(seed -> {});
        String managed = seed(seed -> seed.managedBy("eks.amazonaws.com"));
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(mine, managed))))
                .startsWith("UnauthorizedOperation 403")
                .contains(managed)
                .contains("resource-based policy");
        assertThat(here().liveInstanceIds()).containsExactlyInAnyOrder(mine, managed);
    }

    @Test
    void moreThanAThousandIdsAreRefused() {
        String id = seed(seed -> {});
        assertThat(
                        failure(() ->
                                ec2.terminateInstances(
                                        r -> r.instanceIds(Collections.nCopies(1001, id)))))
                .startsWith("InvalidParameterValue 400");
    }

    @Test
    void aDryRunTerminatesNothing() {
        String id = seed(seed -> {});
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(id).dryRun(true))))
                .isEqualTo(
                        "DryRunOperation 412 Request would have succeeded, but DryRun flag is set.");
        assertThat(here().state(id)).contains(InstanceStateName.RUNNING);
    }

    @Test
    void aDryRunOfWhatIsDeniedSaysSo() {
        String id = seed(seed -> {});
        lab.account("111122223333").deny("ec2:TerminateInstances");
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(id).dryRun(true))))
                .startsWith("UnauthorizedOperation 403");
    }
}
