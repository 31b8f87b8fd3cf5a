package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

class SpotTest extends Ec2Lab {
    private SpotInstanceRequest request(String requestId) {
        return ec2.describeSpotInstanceRequests(r -> r.spotInstanceRequestIds(requestId))
                .spotInstanceRequests()
                .getFirst();
    }

    @Test
    void terminatingAPersistentOneBringsAnother() {
        String id = seed(seed -> seed.spot(SpotInstanceType.PERSISTENT).tag("lab", "x"));
        String requestId = see(id).spotInstanceRequestId();
        ec2.terminateInstances(r -> r.instanceIds(id));
        assertThat(request(requestId).stateAsString()).isEqualTo("open");
        pass("PT2M");
        assertThat(request(requestId).stateAsString()).isEqualTo("active");
        assertThat(here().liveInstanceIds()).hasSize(1).doesNotContain(id);
        assertThat(idsWith("spot-instance-request-id", requestId)).hasSize(2).contains(id);
    }

    @Test
    void cancellingFirstLeavesNothingBehind() {
        String id = seed(seed -> seed.spot(SpotInstanceType.PERSISTENT));
        String requestId = see(id).spotInstanceRequestId();
        ec2.cancelSpotInstanceRequests(r -> r.spotInstanceRequestIds(requestId));
        assertThat(request(requestId).status().code())
                .isEqualTo("request-canceled-and-instance-running");
        assertThat(here().state(id)).contains(InstanceStateName.RUNNING);
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT2H");
        assertThat(here().liveInstanceIds()).isEmpty();
        assertThat(request(requestId).stateAsString()).isEqualTo("cancelled");
        pass("PT3H");
        assertThat(failure(() -> request(requestId)))
                .startsWith("InvalidSpotInstanceRequestID.NotFound 400");
    }

    @Test
    void cancellingAnOpenRequestStopsTheReplacement() {
        String id = seed(seed -> seed.spot(SpotInstanceType.PERSISTENT));
        String requestId = see(id).spotInstanceRequestId();
        ec2.terminateInstances(r -> r.instanceIds(id));
        ec2.cancelSpotInstanceRequests(r -> r.spotInstanceRequestIds(requestId));
        pass("PT1H");
        assertThat(here().liveInstanceIds()).isEmpty();
    }

    @Test
    void aStoppedOneHasADisabledRequestAndCancellingItTerminates() {
        String id = seed(seed -> seed.spot(SpotInstanceType.PERSISTENT));
        String requestId = see(id).spotInstanceRequestId();
        ec2.stopInstances(r -> r.instanceIds(id));
        pass("PT1M");
        assertThat(request(requestId).stateAsString()).isEqualTo("disabled");
        ec2.cancelSpotInstanceRequests(r -> r.spotInstanceRequestIds(requestId));
        assertThat(here().state(id)).contains(InstanceStateName.SHUTTING_DOWN);
    }

    @Test
    void terminatingAStoppedPersistentOneBringsAnotherToo() {
        String id =
                seed(seed ->
                        seed.spot(SpotInstanceType.PERSISTENT).state(InstanceStateName.STOPPED));
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT2M");
        assertThat(here().liveInstanceIds()).hasSize(1).doesNotContain(id);
    }

    @Test
    void anInstanceOfACancelledRequestCannotBeStopped() {
        String id = seed(seed -> seed.spot(SpotInstanceType.PERSISTENT));
        ec2.cancelSpotInstanceRequests(
                r -> r.spotInstanceRequestIds(see(id).spotInstanceRequestId()));
        assertThat(failure(() -> ec2.stopInstances(r -> r.instanceIds(id))))
                .startsWith("UnsupportedOperation 400");
    }

    @Test
    void aOneTimeRequestClosesWithItsInstance() {
        String id = seed(seed -> seed.spot(SpotInstanceType.ONE_TIME));
        String requestId = see(id).spotInstanceRequestId();
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT30M");
        assertThat(here().liveInstanceIds()).isEmpty();
        assertThat(request(requestId).stateAsString()).isEqualTo("closed");
    }

    @Test
    void oneThatIsSeededAsTerminatedHasAClosedRequest() {
        String id =
                seed(seed ->
                        seed.spot(SpotInstanceType.PERSISTENT).state(InstanceStateName.TERMINATED));
        assertThat(request(see(id).spotInstanceRequestId()).stateAsString()).isEqualTo("closed");
    }

    @Test
    void aSpotInstanceCannotBeProtected() {
        String id = seed(seed -> seed.spot(SpotInstanceType.ONE_TIME));
        assertThat(
                        failure(() ->
                                ec2.modifyInstanceAttribute(r ->
                                        r.instanceId(id)
                                                .disableApiTermination(v -> v.value(true)))))
                .startsWith("UnsupportedOperation 400");
    }
}
