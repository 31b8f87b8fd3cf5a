package org.labjanitor.simulator.ec2;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.ec2.offer.LabImage;
import org.labjanitor.simulator.ec2.offer.TypeOffer;
import org.labjanitor.simulator.ec2.offer.Zone;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * What a launch names, found to exist and to fit together.
 *
 * @param zone the zone that was asked for, by name or by subnet; null lets EC2 choose
 */
record LaunchTarget(
        LabImage image, TypeOffer type, @Nullable String zone, List<String> securityGroups) {
    /** "User data is limited to 16 KB, in raw form, before it is base64-encoded" [UG user-data]. */
    private static final int MOST_USER_DATA = 16384;

    LaunchTarget {
        securityGroups = List.copyOf(securityGroups);
    }

    /** Looks everything up, or throws what EC2 answers to the first thing that is wrong. */
    static LaunchTarget of(Call call, RunInstancesRequest request) {
        LabImage image = call.stock().image(request.imageId());
        // "Default: m1.small" [API RunInstances]
        TypeOffer type =
                type(Objects.requireNonNullElse(request.instanceTypeAsString(), "m1.small"));
        requireMatch(image, type);
        if (request.keyName() != null) {
            call.stock().keyPair(request.keyName());
        }
        requireUserData(request.userData());
        String zone = zone(call, request);
        return new LaunchTarget(image, type, zone, groups(call.stock().network(), request));
    }

    private static TypeOffer type(String name) {
        TypeOffer type = TypeOffer.all().get(name);
        if (type == null) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", "Invalid value '" + name + "' for InstanceType.");
        }
        return type;
    }

    private static void requireMatch(LabImage image, TypeOffer type) {
        if (!type.architectures().contains(image.architecture())) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "The architecture '%s' of the specified instance type does not match the architecture '%s' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI."
                            .formatted(
                                    String.join(",", type.architectures()), image.architecture()));
        }
    }

    private static void requireUserData(@Nullable String userData) {
        if (userData != null && decoded(userData).length > MOST_USER_DATA) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", "User data is limited to 16384 bytes");
        }
    }

    private static byte[] decoded(String userData) {
        try {
            return Base64.getMimeDecoder().decode(userData);
        } catch (IllegalArgumentException e) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", "Invalid BASE64 encoding of user data.");
        }
    }

    private static @Nullable String zone(Call call, RunInstancesRequest request) {
        String named = namedZone(call, request);
        Network network = call.stock().network();
        if (request.subnetId() == null) {
            requireDefaultVpc(network);
            return named;
        }
        String zone = network.subnet(request.subnetId()).zone().name();
        if (named != null && !named.equals(zone)) {
            throw AwsError.notSimulated("a subnet of another zone than the placement's");
        }
        return zone;
    }

    private static @Nullable String namedZone(Call call, RunInstancesRequest request) {
        if (request.placement() == null) {
            return null;
        }
        Honoured.only("RunInstances", request.placement(), Set.of("AvailabilityZone"));
        String zone = request.placement().availabilityZone();
        if (zone != null && Zone.find(call.context().region(), zone).isEmpty()) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", "Invalid availability zone: [" + zone + "]");
        }
        return zone;
    }

    private static void requireDefaultVpc(Network network) {
        if (!network.hasDefaultVpc()) {
            throw AwsError.badRequest(
                    "VPCIdNotSpecified",
                    "No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.");
        }
    }

    private static List<String> groups(Network network, RunInstancesRequest request) {
        List<String> named =
                Stream.concat(
                                request.securityGroupIds().stream().map(network::group),
                                request.securityGroups().stream().map(network::groupNamed))
                        .map(LabGroup::id)
                        .toList();
        return named.isEmpty() ? network.defaultGroupIds() : named;
    }
}
