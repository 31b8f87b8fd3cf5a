package org.labjanitor.simulator.ec2;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labjanitor.simulator.ec2.offer.Zone;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsError;

/**
 * The network of one account and Region: a default VPC with a default subnet in every zone and a
 * default security group, until the account deletes it.
 */
final class Network {
    private static final String DEFAULT_GROUP = "default";

    private final String vpcId;
    private final Map<String, LabSubnet> subnets = new LinkedHashMap<>();
    private final Map<String, LabGroup> groups = new LinkedHashMap<>();
    private boolean deleted;

    Network(Place place) {
        this.vpcId = "vpc-0" + place.accountId() + "0000";
        for (Zone zone : Zone.of(place.region())) {
            LabSubnet subnet = new LabSubnet(subnetId(zone.name()), zone, cidr(zone));
            subnets.put(subnet.id(), subnet);
        }
        add(
                new LabGroup(
                        "sg-0" + place.accountId() + "0000",
                        DEFAULT_GROUP,
                        "default VPC security group"));
    }

    /** The default subnet of a zone. */
    static String subnetId(String zone) {
        return "subnet-0000000000000000" + zone.charAt(zone.length() - 1);
    }

    /** "A size /20 default subnet in each Availability Zone" [VPC default-vpc]. */
    private static String cidr(Zone zone) {
        return "172.31.%d.0/20".formatted((zone.number() - 1) * 16);
    }

    /** An address out of the default subnet of a zone. */
    static String privateIp(String region, String zone, long number) {
        int block = Zone.find(region, zone).map(found -> (found.number() - 1) * 16).orElse(0);
        return "172.31.%d.%d".formatted(block + number / 256 % 16, number % 256);
    }

    String vpcId() {
        return vpcId;
    }

    void deleteDefaultVpc() {
        deleted = true;
        subnets.clear();
        groups.clear();
    }

    void add(LabGroup group) {
        groups.put(group.id(), group);
    }

    boolean hasDefaultVpc() {
        return !deleted;
    }

    Collection<LabSubnet> subnets() {
        return subnets.values();
    }

    Collection<LabGroup> groups() {
        return groups.values();
    }

    LabSubnet subnet(String id) {
        LabSubnet subnet = subnets.get(id);
        if (subnet == null) {
            throw AwsError.badRequest(
                    "InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist");
        }
        return subnet;
    }

    LabGroup group(String id) {
        LabGroup group = groups.get(id);
        if (group == null) {
            throw noGroup(id);
        }
        return group;
    }

    LabGroup groupNamed(String name) {
        return findGroup(name)
                .orElseThrow(() ->
                        AwsError.badRequest(
                                "InvalidGroup.NotFound",
                                "The security group '%s' does not exist in default VPC '%s'"
                                        .formatted(name, vpcId)));
    }

    /** What a launch that names no group gets. */
    List<String> defaultGroupIds() {
        return findGroup(DEFAULT_GROUP).map(LabGroup::id).stream().toList();
    }

    private Optional<LabGroup> findGroup(String name) {
        return groups.values().stream().filter(group -> group.name().equals(name)).findFirst();
    }

    private static AwsError noGroup(String id) {
        return AwsError.badRequest(
                "InvalidGroup.NotFound", "The security group '" + id + "' does not exist");
    }
}
