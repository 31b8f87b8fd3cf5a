package org.labjanitor.simulator.ec2;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The default VPC, its subnets and the security groups. */
final class NetworkOperations {
    /** A /20 has 4096 addresses, of which AWS keeps five. */
    private static final int ADDRESSES = 4091;

    private final Ec2Operations operations;

    NetworkOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "DescribeVpcs",
                        DescribeVpcsRequest::builder,
                        Set.of("VpcIds", "Filters", "MaxResults", "NextToken"),
                        this::vpcs),
                operations.operation(
                        "DescribeSubnets",
                        DescribeSubnetsRequest::builder,
                        Set.of("SubnetIds", "Filters", "MaxResults", "NextToken"),
                        this::subnets),
                operations.operation(
                        "DescribeSecurityGroups",
                        DescribeSecurityGroupsRequest::builder,
                        Set.of("GroupIds", "GroupNames", "Filters", "MaxResults", "NextToken"),
                        this::groups));
    }

    private DescribeVpcsResponse vpcs(Call call, DescribeVpcsRequest request) {
        Network network = call.stock().network();
        for (String id : request.vpcIds()) {
            if (!network.hasDefaultVpc() || !id.equals(network.vpcId())) {
                throw AwsError.badRequest(
                        "InvalidVpcID.NotFound", "The vpc ID '" + id + "' does not exist");
            }
        }
        List<Vpc> all = network.hasDefaultVpc() ? List.of(view(call)) : List.of();
        Filters<Vpc> filters =
                new Filters<Vpc>(vpc -> Map.of())
                        .on("vpc-id", Vpc::vpcId)
                        .on("cidr", Vpc::cidrBlock)
                        .on("state", Vpc::stateAsString)
                        .on("is-default", Vpc::isDefault)
                        .on("isDefault", Vpc::isDefault);
        return DescribeVpcsResponse.builder()
                .vpcs(all.stream().filter(filters.matching(request.filters())).toList())
                .build();
    }

    private static Vpc view(Call call) {
        return Vpc.builder()
                .vpcId(call.stock().network().vpcId())
                .ownerId(call.context().accountId())
                .cidrBlock("172.31.0.0/16")
                .isDefault(true)
                .state("available")
                .instanceTenancy("default")
                .build();
    }

    private DescribeSubnetsResponse subnets(Call call, DescribeSubnetsRequest request) {
        Network network = call.stock().network();
        request.subnetIds().forEach(network::subnet);
        Filters<Subnet> filters =
                new Filters<Subnet>(subnet -> Map.of())
                        .on("availability-zone", Subnet::availabilityZone)
                        .on("availabilityZone", Subnet::availabilityZone)
                        .on("availability-zone-id", Subnet::availabilityZoneId)
                        .on("default-for-az", Subnet::defaultForAz)
                        .on("defaultForAz", Subnet::defaultForAz)
                        .on("map-public-ip-on-launch", Subnet::mapPublicIpOnLaunch)
                        .on("state", Subnet::stateAsString)
                        .on("subnet-id", Subnet::subnetId)
                        .on("vpc-id", Subnet::vpcId);
        List<Subnet> found =
                network.subnets().stream()
                        .filter(subnet ->
                                request.subnetIds().isEmpty()
                                        || request.subnetIds().contains(subnet.id()))
                        .map(subnet -> view(call, subnet))
                        .filter(filters.matching(request.filters()))
                        .toList();
        Page<Subnet> page =
                Page.of(
                        found,
                        Subnet::subnetId,
                        new Page.Wish(
                                "DescribeSubnets", request.maxResults(), request.nextToken()));
        return DescribeSubnetsResponse.builder()
                .subnets(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static Subnet view(Call call, LabSubnet subnet) {
        long used =
                call.stock().machines().values().stream()
                        .filter(machine -> !machine.isGoing())
                        .filter(machine -> InstanceView.subnetId(machine).equals(subnet.id()))
                        .count();
        return Subnet.builder()
                .subnetId(subnet.id())
                .vpcId(call.stock().network().vpcId())
                .ownerId(call.context().accountId())
                .availabilityZone(subnet.zone().name())
                .availabilityZoneId(subnet.zone().id())
                .cidrBlock(subnet.cidr())
                .availableIpAddressCount(ADDRESSES - (int) used)
                .defaultForAz(true)
                .mapPublicIpOnLaunch(true)
                .state("available")
                .build();
    }

    private DescribeSecurityGroupsResponse groups(
            Call call, DescribeSecurityGroupsRequest request) {
        Network network = call.stock().network();
        request.groupIds().forEach(network::group);
        request.groupNames().forEach(network::groupNamed);
        Filters<SecurityGroup> filters =
                new Filters<SecurityGroup>(group -> call.stock().tags().of(group.groupId()))
                        .on("group-id", SecurityGroup::groupId)
                        .on("group-name", SecurityGroup::groupName)
                        .on("description", SecurityGroup::description)
                        .on("vpc-id", SecurityGroup::vpcId);
        List<SecurityGroup> found =
                network.groups().stream()
                        .filter(group -> isNamed(request, group))
                        .map(group -> view(call, group))
                        .filter(filters.matching(request.filters()))
                        .sorted(Comparator.comparing(SecurityGroup::groupId))
                        .toList();
        Page<SecurityGroup> page =
                Page.of(
                        found,
                        SecurityGroup::groupId,
                        new Page.Wish(
                                "DescribeSecurityGroups",
                                request.maxResults(),
                                request.nextToken()));
        return DescribeSecurityGroupsResponse.builder()
                .securityGroups(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean isNamed(DescribeSecurityGroupsRequest request, LabGroup group) {
        return (request.groupIds().isEmpty() && request.groupNames().isEmpty())
                || request.groupIds().contains(group.id())
                || request.groupNames().contains(group.name());
    }

    private static SecurityGroup view(Call call, LabGroup group) {
        return SecurityGroup.builder()
                .groupId(group.id())
                .groupName(group.name())
                .description(group.description())
                .vpcId(call.stock().network().vpcId())
                .ownerId(call.context().accountId())
                .build();
    }
}
