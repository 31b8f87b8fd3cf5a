package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.ec2.offer.LabImage;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceInterruptionBehavior;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.MarketType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.ShutdownBehavior;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

class RunInstancesTest extends Ec2Lab {
    private static final String IMAGE = "ami-12345678";

    @BeforeEach
    void register() {
        here().register(LabImage.of(IMAGE, "mine", Lab.DEFAULT_ACCOUNT, "x86_64"));
    }

    private List<Instance> run(Consumer<RunInstancesRequest.Builder> traits) {
        return ec2.runInstances(
                        request -> {
                            request.imageId(IMAGE).minCount(1).maxCount(1);
                            traits.accept(request);
                        })
                .instances();
    }

    @Test
    void instancesArePendingThenRunning() {
        List<Instance> launched = run(r -> r.maxCount(3).instanceType(InstanceType.T3_SMALL));
        assertThat(states(launched)).containsOnly("pending").hasSize(3);
        assertThat(launched).extracting(Instance::amiLaunchIndex).containsExactly(0, 1, 2);
        pass("PT10S");
        assertThat(states(list(r -> {}))).containsOnly("running").hasSize(3);
    }

    @Test
    void whatWasAskedForIsWhatIsThere() {
        here().seedKeyPair("mine");
        String group = here().seedSecurityGroup("lab");
        Instance instance =
                run(r ->
                                r.instanceType(InstanceType.M5_LARGE)
                                        .placement(p -> p.availabilityZone("us-east-1c"))
                                        .monitoring(m -> m.enabled(true))
                                        .disableApiTermination(true)
                                        .disableApiStop(true)
                                        .instanceInitiatedShutdownBehavior(
                                                ShutdownBehavior.TERMINATE)
                                        .keyName("mine")
                                        .subnetId("subnet-0000000000000000c")
                                        .securityGroupIds(group)
                                        .blockDeviceMappings(
                                                device(
                                                        "/dev/sdf",
                                                        e ->
                                                                e.volumeSize(20)
                                                                        .deleteOnTermination(
                                                                                false)),
                                                device("/dev/sdg", e -> e.volumeSize(9)))
                                        .tagSpecifications(
                                                tagged(ResourceType.INSTANCE, "lab", "k8s"),
                                                tagged(ResourceType.VOLUME, "of", "k8s")))
                        .getFirst();
        assertThat(instance.placement().availabilityZone()).isEqualTo("us-east-1c");
        assertThat(instance.keyName()).isEqualTo("mine");
        assertThat(instance.tags()).containsExactly(tag("lab", "k8s"));
        assertThat(instance.blockDeviceMappings())
                .extracting(mapping -> mapping.ebs().deleteOnTermination())
                .as("root and data volumes made at launch go along unless told to stay")
                .containsExactly(true, false, true);
        assertThat(ec2.describeVolumes(r -> r.filters(filter("tag:of", "k8s"))).volumes())
                .hasSize(3);
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(instance.instanceId()))))
                .startsWith("OperationNotPermitted");
    }

    @Test
    void aClientTokenThatComesAgainLaunchesNothingMore() {
        List<Instance> first = run(r -> r.clientToken("once"));
        List<Instance> second = run(r -> r.clientToken("once"));
        assertThat(second)
                .extracting(Instance::instanceId)
                .containsExactly(first.getFirst().instanceId());
        assertThat(here().liveInstanceIds()).hasSize(1);
        assertThat(failure(() -> run(r -> r.clientToken("once").maxCount(2))))
                .startsWith("IdempotentParameterMismatch 400");
    }

    @Test
    void whatTheLabDoesNotHonourIsRefusedByName() {
        assertThat(failure(() -> run(r -> r.ebsOptimized(true))))
                .isEqualTo(
                        "UnknownParameter 400 The lab's RunInstances does not know the parameter EbsOptimized");
        assertThat(failure(() -> run(r -> r.placement(p -> p.hostId("h-1")))))
                .endsWith("does not know the parameter HostId");
        assertThat(failure(() -> run(r -> r.tagSpecifications(tagged(ResourceType.VPC, "a", "b")))))
                .isEqualTo(
                        "InvalidParameterValue 400 'vpc' is not a valid taggable resource type for this operation.");
    }

    @Test
    void impossibleWishesAreRefused() {
        assertThat(failure(() -> run(r -> r.minCount(2).maxCount(1))))
                .startsWith("InvalidParameterValue 400");
        assertThat(failure(() -> run(r -> r.imageId(null)))).startsWith("MissingParameter 400");
        assertThat(failure(() -> run(r -> r.placement(p -> p.availabilityZone("eu-west-1a")))))
                .startsWith("InvalidParameterValue 400 Invalid availability zone");
        assertThat(
                        failure(() ->
                                run(r ->
                                        r.tagSpecifications(
                                                tagged(ResourceType.INSTANCE, "aws:x", "y")))))
                .startsWith("InvalidParameterValue 400 Tag keys starting with 'aws:'");
        assertThat(here().liveInstanceIds()).isEmpty();
    }

    @Test
    void aSpotInstanceComesWithItsRequest() {
        Instance instance =
                run(r ->
                                r.instanceMarketOptions(m ->
                                                m.marketType(MarketType.SPOT)
                                                        .spotOptions(s ->
                                                                s.spotInstanceType(
                                                                                SpotInstanceType
                                                                                        .PERSISTENT)
                                                                        .instanceInterruptionBehavior(
                                                                                InstanceInterruptionBehavior
                                                                                        .STOP)))
                                        .tagSpecifications(
                                                tagged(
                                                        ResourceType.SPOT_INSTANCES_REQUEST,
                                                        "lab",
                                                        "spot")))
                        .getFirst();
        assertThat(instance.instanceLifecycleAsString()).isEqualTo("spot");
        assertThat(ec2.describeSpotInstanceRequests().spotInstanceRequests())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.spotInstanceRequestId())
                            .isEqualTo(instance.spotInstanceRequestId());
                    assertThat(request.typeAsString()).isEqualTo("persistent");
                    assertThat(request.stateAsString()).isEqualTo("active");
                    assertThat(request.instanceId()).isEqualTo(instance.instanceId());
                    assertThat(request.tags()).containsExactly(tag("lab", "spot"));
                });
    }

    @Test
    void aPersistentRequestNeedsAnInterruptionThatLeavesTheInstance() {
        assertThat(
                        failure(() ->
                                run(r ->
                                        r.instanceMarketOptions(m ->
                                                m.marketType(MarketType.SPOT)
                                                        .spotOptions(s ->
                                                                s.spotInstanceType(
                                                                        SpotInstanceType
                                                                                .PERSISTENT))))))
                .startsWith("InvalidParameterCombination 400");
    }

    @Test
    void aDryRunLaunchesNothing() {
        assertThat(failure(() -> run(r -> r.dryRun(true)))).startsWith("DryRunOperation 412");
        assertThat(here().liveInstanceIds()).isEmpty();
        assertThat(here().state("i-12345678")).isEqualTo(Optional.<InstanceStateName>empty());
    }

    private static TagSpecification tagged(ResourceType type, String key, String value) {
        return TagSpecification.builder().resourceType(type).tags(tag(key, value)).build();
    }

    private static BlockDeviceMapping device(String name, Consumer<EbsBlockDevice.Builder> ebs) {
        return BlockDeviceMapping.builder().deviceName(name).ebs(ebs).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
