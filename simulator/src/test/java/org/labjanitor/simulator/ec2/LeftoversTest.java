package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.Volume;

class LeftoversTest extends Ec2Lab {
    @Test
    void aKeptVolumeStaysAndTheOthersGo() {
        String id = seed(seed -> seed.volumes(VolumeSeed.root(), VolumeSeed.kept("/dev/sdf", 100)));
        assertThat(
                        ec2.describeVolumes(r -> r.filters(filter("attachment.instance-id", id)))
                                .volumes())
                .hasSize(2)
                .allSatisfy(volume -> assertThat(volume.stateAsString()).isEqualTo("in-use"));
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT1M");
        Volume kept = ec2.describeVolumes().volumes().getFirst();
        assertThat(ec2.describeVolumes().volumes()).hasSize(1);
        assertThat(kept.size()).isEqualTo(100);
        assertThat(kept.stateAsString()).isEqualTo("available");
        assertThat(kept.attachments()).isEmpty();
    }

    @Test
    void anAddressIsDisassociatedButNotReleased() {
        String id = seed(seed -> {});
        AllocateAddressResponse allocated = ec2.allocateAddress(r -> {});
        ec2.associateAddress(r -> r.allocationId(allocated.allocationId()).instanceId(id));
        assertThat(see(id).publicIpAddress()).isEqualTo(allocated.publicIp());
        assertThat(ec2.describeAddresses().addresses().getFirst().instanceId()).isEqualTo(id);
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT1M");
        Address left = ec2.describeAddresses().addresses().getFirst();
        assertThat(left.publicIp()).isEqualTo(allocated.publicIp());
        assertThat(left.associationId()).isNull();
        assertThat(left.instanceId()).isNull();
    }

    @Test
    void addressesCanBeSeeded() {
        String id = seed(seed -> {});
        String taken = here().seedAddress(Optional.of(id));
        here().seedAddress(Optional.empty());
        assertThat(see(id).publicIpAddress()).isEqualTo(taken);
        assertThat(ec2.describeAddresses().addresses()).hasSize(2);
    }

    @Test
    void anInstanceHasOneAddressAtATime() {
        String id = seed(seed -> {});
        here().seedAddress(Optional.of(id));
        String second = here().seedAddress(Optional.of(id));
        assertThat(see(id).publicIpAddress()).isEqualTo(second);
        assertThat(ec2.describeAddresses(r -> r.filters(filter("instance-id", id))).addresses())
                .hasSize(1);
    }

    @Test
    void aHiddenInstancesVolumesAreHiddenWithIt() {
        seed(seed -> seed.managedBy("eks.amazonaws.com").hidden());
        assertThat(ec2.describeVolumes().volumes()).isEmpty();
        assertThat(ec2.describeVolumes(r -> r.includeManagedResources(true)).volumes()).hasSize(1);
    }

    @Test
    void missingVolumesAndAddressesAreRefused() {
        assertThat(failure(() -> ec2.describeVolumes(r -> r.volumeIds("vol-1"))))
                .startsWith("InvalidVolume.NotFound 400");
        assertThat(failure(() -> ec2.describeAddresses(r -> r.allocationIds("eipalloc-1"))))
                .startsWith("InvalidAllocationID.NotFound 400");
    }
}
