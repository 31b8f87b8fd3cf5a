package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import org.labjanitor.simulator.ec2.offer.LabImage;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.LocationType;

/** What a launch can choose from. */
class OffersTest extends Ec2Lab {
    @Test
    void publicImagesAreFoundByOwnerNameAndArchitecture() {
        List<Image> found =
                ec2.describeImages(r ->
                                r.owners("099720109477")
                                        .filters(
                                                filter("name", "ubuntu/images/*noble*"),
                                                filter("architecture", "arm64")))
                        .images();
        assertThat(found)
                .extracting(Image::creationDate)
                .containsExactlyInAnyOrder("2026-10-14T06:00:00.000Z", "2026-11-11T06:00:00.000Z");
        assertThat(found).extracting(Image::rootDeviceName).containsOnly("/dev/sda1");
    }

    @Test
    void aDeprecatedImageShowsOnlyToWhoAsks() {
        assertThat(amazonLinux(false)).extracting(Image::name).noneMatch(n -> n.contains("202607"));
        assertThat(amazonLinux(true)).extracting(Image::name).anyMatch(n -> n.contains("202607"));
    }

    private List<Image> amazonLinux(boolean deprecated) {
        return ec2.describeImages(r -> r.owners("amazon").includeDeprecated(deprecated)).images();
    }

    @Test
    void anImageHasAnotherIdInEachRegion() {
        String here = amazonLinux(false).getFirst().imageId();
        try (Ec2Client elsewhere = LabClients.ec2(lab, "eu-west-1")) {
            assertThat(failure(() -> elsewhere.describeImages(r -> r.imageIds(here))))
                    .isEqualTo(
                            "InvalidAMIID.NotFound 400 The image id '[%s]' does not exist"
                                    .formatted(here));
        }
        assertThat(failure(() -> ec2.describeImages(r -> r.imageIds("ubuntu"))))
                .isEqualTo(
                        "InvalidAMIID.Malformed 400 Invalid id: \"ubuntu\" (expecting \"ami-...\")");
    }

    @Test
    void anAccountSeesItsOwnImages() {
        here().register(LabImage.of("ami-12345678", "mine", Lab.DEFAULT_ACCOUNT, "arm64"));
        assertThat(ec2.describeImages(r -> r.owners("self")).images())
                .extracting(Image::name)
                .containsExactly("mine");
    }

    @Test
    void typesTellWhatFitsThem() {
        InstanceTypeInfo type =
                ec2.describeInstanceTypes(r -> r.instanceTypesWithStrings("t4g.medium"))
                        .instanceTypes()
                        .getFirst();
        assertThat(type.processorInfo().supportedArchitecturesAsStrings()).containsExactly("arm64");
        assertThat(type.vCpuInfo().defaultVCpus()).isEqualTo(2);
        assertThat(type.memoryInfo().sizeInMiB()).isEqualTo(4096);
        assertThat(type.currentGeneration()).isTrue();
        assertThat(
                        failure(() ->
                                ec2.describeInstanceTypes(
                                        r -> r.instanceTypesWithStrings("t3.micro", "t3.tiny"))))
                .isEqualTo(
                        "InvalidInstanceType 400 The following supplied instance types do not exist: [t3.tiny]");
    }

    @Test
    void typesComeInPagesOfAHundred() {
        DescribeInstanceTypesResponse first = ec2.describeInstanceTypes(r -> {});
        assertThat(first.instanceTypes()).hasSize(100);
        assertThat(first.nextToken()).isNotNull();
        assertThat(failure(() -> ec2.describeInstanceTypes(r -> r.maxResults(101))))
                .startsWith("InvalidParameterValue 400");
        assertThat(
                        ec2
                                .describeInstanceTypesPaginator(r ->
                                        r.filters(
                                                filter("burstable-performance-supported", "true"),
                                                filter(
                                                        "processor-info.supported-architecture",
                                                        "arm64")))
                                .instanceTypes()
                                .stream())
                .extracting(InstanceTypeInfo::instanceTypeAsString)
                .hasSize(7)
                .allMatch(name -> name.startsWith("t4g."));
    }

    @Test
    void aTypeThatIsNotOfferedInAZoneIsMissingThere() {
        here().withdraw("t3.micro", "us-east-1e");
        assertThat(
                        ec2.describeInstanceTypeOfferings(r ->
                                        r.locationType(LocationType.AVAILABILITY_ZONE)
                                                .filters(filter("instance-type", "t3.micro")))
                                .instanceTypeOfferings())
                .extracting(InstanceTypeOffering::location)
                .containsExactly(
                        "us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1f");
        assertThat(
                        ec2.describeInstanceTypeOfferings(
                                        r -> r.filters(filter("instance-type", "t3.micro")))
                                .instanceTypeOfferings())
                .extracting(InstanceTypeOffering::location)
                .containsExactly("us-east-1");
    }

    @Test
    void zonesHaveNamesAndIds() {
        assertThat(ec2.describeAvailabilityZones().availabilityZones())
                .extracting(AvailabilityZone::zoneName, AvailabilityZone::zoneId)
                .hasSize(6)
                .contains(tuple("us-east-1b", "use1-az2"));
        assertThat(failure(() -> ec2.describeAvailabilityZones(r -> r.zoneNames("eu-west-1a"))))
                .isEqualTo("InvalidParameterValue 400 Invalid availability zone: [eu-west-1a]");
    }
}
