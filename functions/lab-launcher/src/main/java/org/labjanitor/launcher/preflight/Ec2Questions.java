package org.labjanitor.launcher.preflight;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.LocationType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * What EC2 says of one Region. A question that EC2 does not answer is a fault: what could not be
 * checked is not launched.
 */
final class Ec2Questions {
    private final Ec2Client ec2;
    private final String region;
    private final List<String> faults;

    Ec2Questions(Ec2Client ec2, String region, List<String> faults) {
        this.ec2 = ec2;
        this.region = region;
        this.faults = faults;
    }

    Optional<List<AvailabilityZone>> zones() {
        return ask(
                "ec2:DescribeAvailabilityZones",
                () -> ec2.describeAvailabilityZones(all -> {}).availabilityZones());
    }

    /** Asked with a filter: a type that is not known would fail the whole question otherwise. */
    Optional<List<InstanceTypeInfo>> types(Collection<String> types) {
        return ask(
                "ec2:DescribeInstanceTypes",
                () ->
                        ec2
                                .describeInstanceTypesPaginator(describe ->
                                        describe.filters(filter("instance-type", types)))
                                .instanceTypes()
                                .stream()
                                .toList());
    }

    /** Which of the types are offered in which zones. */
    Optional<List<InstanceTypeOffering>> offerings(Collection<String> types) {
        return ask(
                "ec2:DescribeInstanceTypeOfferings",
                () ->
                        ec2
                                .describeInstanceTypeOfferingsPaginator(describe ->
                                        describe.locationType(LocationType.AVAILABILITY_ZONE)
                                                .filters(filter("instance-type", types)))
                                .instanceTypeOfferings()
                                .stream()
                                .toList());
    }

    /** The image; empty list where there is none of the id, or it is not ours to use. */
    Optional<List<Image>> image(String id) {
        return askFor(
                "ec2:DescribeImages of " + id,
                "InvalidAMIID",
                () -> ec2.describeImages(describe -> describe.imageIds(id)).images());
    }

    Optional<List<KeyPairInfo>> keyPairs(Collection<String> names) {
        return ask(
                "ec2:DescribeKeyPairs",
                () ->
                        ec2.describeKeyPairs(
                                        describe -> describe.filters(filter("key-name", names)))
                                .keyPairs());
    }

    Optional<List<Subnet>> subnets(Collection<String> ids) {
        return ask(
                "ec2:DescribeSubnets",
                () ->
                        ec2.describeSubnets(describe -> describe.filters(filter("subnet-id", ids)))
                                .subnets());
    }

    Optional<List<SecurityGroup>> securityGroups(Collection<String> ids) {
        return ask(
                "ec2:DescribeSecurityGroups",
                () ->
                        ec2.describeSecurityGroups(
                                        describe -> describe.filters(filter("group-id", ids)))
                                .securityGroups());
    }

    Optional<List<Vpc>> defaultVpcs() {
        return ask(
                "ec2:DescribeVpcs",
                () ->
                        ec2.describeVpcs(describe ->
                                        describe.filters(filter("is-default", List.of("true"))))
                                .vpcs());
    }

    private static Filter filter(String name, Collection<String> values) {
        return Filter.builder().name(name).values(values).build();
    }

    private <T> Optional<List<T>> ask(String call, Supplier<List<T>> question) {
        return askFor(call, null, question);
    }

    private <T> Optional<List<T>> askFor(
            String call, @Nullable String absence, Supplier<List<T>> question) {
        try {
            return Optional.of(question.get());
        } catch (SdkException e) {
            if (absence != null
                    && e instanceof AwsServiceException service
                    && service.awsErrorDetails() != null
                    && String.valueOf(service.awsErrorDetails().errorCode()).startsWith(absence)) {
                return Optional.of(List.of());
            }
            faults.add(AwsFailure.of(call + " in " + region, e).message());
            return Optional.empty();
        }
    }
}
