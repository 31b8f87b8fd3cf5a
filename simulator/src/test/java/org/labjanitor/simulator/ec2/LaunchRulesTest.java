package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.ec2.offer.LabImage;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** What RunInstances checks before it launches, and what its instances then have. */
class LaunchRulesTest extends Ec2Lab {
    private static final String X86 = "ami-0000000000000a086";
    private static final String ARM = "ami-0000000000000a064";

    @BeforeEach
    void register() {
        here().register(LabImage.of(X86, "x86", Lab.DEFAULT_ACCOUNT, "x86_64"));
        here().register(LabImage.of(ARM, "arm", Lab.DEFAULT_ACCOUNT, "arm64"));
    }

    private List<Instance> run(Consumer<RunInstancesRequest.Builder> traits) {
        return ec2.runInstances(
                        request -> {
                            request.imageId(X86).instanceType("t3.micro").minCount(1).maxCount(1);
                            traits.accept(request);
                        })
                .instances();
    }

    @Test
    void whatDoesNotExistIsRefusedByName() {
        assertThat(failure(() -> run(r -> r.imageId("ami-12345678"))))
                .isEqualTo(
                        "InvalidAMIID.NotFound 400 The image id '[ami-12345678]' does not exist");
        assertThat(failure(() -> run(r -> r.instanceType("t3.tiny"))))
                .isEqualTo("InvalidParameterValue 400 Invalid value 't3.tiny' for InstanceType.");
        assertThat(failure(() -> run(r -> r.keyName("nobody"))))
                .isEqualTo("InvalidKeyPair.NotFound 400 The key pair 'nobody' does not exist");
        assertThat(failure(() -> run(r -> r.subnetId("subnet-12345678"))))
                .isEqualTo(
                        "InvalidSubnetID.NotFound 400 The subnet ID 'subnet-12345678' does not exist");
        assertThat(failure(() -> run(r -> r.securityGroupIds("sg-12345678"))))
                .isEqualTo(
                        "InvalidGroup.NotFound 400 The security group 'sg-12345678' does not exist");
        assertThat(failure(() -> run(r -> r.iamInstanceProfile(p -> p.name("nobody")))))
                .isEqualTo(
                        "InvalidParameterValue 400 Value (nobody) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name");
        assertThat(here().liveInstanceIds()).isEmpty();
    }

    @Test
    void imageAndTypeMustHaveTheSameArchitecture() {
        assertThat(failure(() -> run(r -> r.imageId(ARM))))
                .startsWith(
                        "InvalidParameterValue 400 The architecture 'x86_64' of the specified instance type does not match the architecture 'arm64' of the specified AMI.");
        assertThat(run(r -> r.imageId(ARM).instanceType("t4g.micro")).getFirst().architecture())
                .hasToString("arm64");
    }

    @Test
    void userDataIsLimitedInItsRawForm() {
        assertThat(failure(() -> run(r -> r.userData(base64(16385)))))
                .isEqualTo("InvalidParameterValue 400 User data is limited to 16384 bytes");
        String id = run(r -> r.userData(base64(16384))).getFirst().instanceId();
        assertThat(here().userData(id)).isEqualTo(Optional.of(base64(16384)));
    }

    private static String base64(int length) {
        return Base64.getEncoder()
                .encodeToString("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void asManyStartAsTheZoneHasRoomFor() {
        here().freeCapacity("t3.micro", "us-east-1a", 3);
        assertThat(
                        run(r ->
                                r.minCount(2)
                                        .maxCount(5)
                                        .placement(p -> p.availabilityZone("us-east-1a"))))
                .hasSize(3);
        assertThat(failure(() -> run(r -> r.placement(p -> p.availabilityZone("us-east-1a")))))
                .startsWith(
                        "InsufficientInstanceCapacity 500 We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (us-east-1a).")
                .endsWith(
                        "or choosing us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f.");
        assertThat(run(r -> {}).getFirst().placement().availabilityZone())
                .as("EC2 chooses another zone where the launch names none")
                .isEqualTo("us-east-1b");
    }

    @Test
    void aTypeThatTheZoneDoesNotOfferIsUnsupported() {
        here().withdraw("t3.micro", "us-east-1e");
        assertThat(failure(() -> run(r -> r.placement(p -> p.availabilityZone("us-east-1e")))))
                .startsWith(
                        "Unsupported 400 Your requested instance type (t3.micro) is not supported in your requested Availability Zone (us-east-1e).");
    }

    @Test
    void theQuotaCountsVirtualProcessorsOfAFamilyGroup() {
        here().limitVcpus("t3.micro", 8);
        List<Instance> first = run(r -> r.minCount(2).maxCount(2));
        assertThat(failure(() -> run(r -> r.instanceType("m5.xlarge").minCount(1).maxCount(2))))
                .startsWith(
                        "VcpuLimitExceeded 400 You have requested more vCPU capacity than your current vCPU limit of 8 allows");
        assertThat(run(r -> r.instanceType("g5.xlarge"))).hasSize(1);
        ec2.terminateInstances(r -> r.instanceIds(first.getFirst().instanceId()));
        assertThat(run(r -> r.instanceType("m5.xlarge"))).hasSize(1);
    }

    @Test
    void addressesComeAndGoWithRunning() {
        Instance pending = run(r -> {}).getFirst();
        assertThat(pending.privateIpAddress()).startsWith("172.31.");
        assertThat(pending.publicIpAddress()).isNull();
        pass("PT10S");
        Instance running = see(pending.instanceId());
        assertThat(running.publicDnsName())
                .isEqualTo(
                        "ec2-%s.compute-1.amazonaws.com"
                                .formatted(running.publicIpAddress().replace('.', '-')));
        assertThat(running.privateDnsName())
                .isEqualTo(
                        "ip-%s.ec2.internal"
                                .formatted(running.privateIpAddress().replace('.', '-')));
        ec2.stopInstances(r -> r.instanceIds(running.instanceId()));
        pass("PT30S");
        assertThat(see(running.instanceId()).publicIpAddress()).isNull();
    }

    @Test
    void theMetadataServiceIsAsAskedOrAsTheImageSays() {
        here().seedInstanceProfile("lab");
        Instance asked =
                run(r ->
                                r.iamInstanceProfile(p -> p.name("lab"))
                                        .metadataOptions(m ->
                                                m.httpTokens(HttpTokensState.REQUIRED)
                                                        .httpPutResponseHopLimit(3)))
                        .getFirst();
        assertThat(asked.metadataOptions().httpTokensAsString()).isEqualTo("required");
        assertThat(asked.metadataOptions().httpPutResponseHopLimit()).isEqualTo(3);
        assertThat(asked.iamInstanceProfile().arn())
                .isEqualTo("arn:aws:iam::111122223333:instance-profile/lab");
        assertThat(run(r -> {}).getFirst().metadataOptions().httpTokensAsString())
                .isEqualTo("optional");
        Image amazon =
                ec2.describeImages(r ->
                                r.owners("amazon").filters(filter("name", "al2023*6.1-x86_64")))
                        .images()
                        .getFirst();
        assertThat(
                        run(r -> r.imageId(amazon.imageId()))
                                .getFirst()
                                .metadataOptions()
                                .httpTokensAsString())
                .isEqualTo("required");
    }

    @Test
    void aTokenWhoseInstancesAreTerminatedIsRefused() {
        String id = run(r -> r.clientToken("once")).getFirst().instanceId();
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT1M");
        assertThat(failure(() -> run(r -> r.clientToken("once"))))
                .isEqualTo(
                        "IdempotentInstanceTerminated 400 The client token you have provided is associated with a terminated instance. Please use a different client token.");
    }

    @Test
    void aTokenCountsPerZoneWhereTheLaunchNamesOne() {
        String first = inZone("us-east-1a");
        assertThat(inZone("us-east-1a")).isEqualTo(first);
        assertThat(inZone("us-east-1b")).isNotEqualTo(first);
    }

    private String inZone(String zone) {
        return run(r -> r.clientToken("once").placement(p -> p.availabilityZone(zone)))
                .getFirst()
                .instanceId();
    }

    @Test
    void withoutDefaultVpcALaunchNeedsASubnet() {
        here().deleteDefaultVpc();
        assertThat(failure(() -> run(r -> {}))).startsWith("VPCIdNotSpecified 400 No default VPC");
        assertThat(ec2.describeVpcs().vpcs()).isEmpty();
        assertThat(ec2.describeSubnets().subnets()).isEmpty();
    }
}
