package org.labjanitor.launcher.preflight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.launch.InstanceOrder;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Whether subnets and security groups are there, in one VPC and in the zone that is wanted. */
final class NetworkCheck {
    private final Ec2Questions questions;
    private final String region;
    private final List<String> faults;

    NetworkCheck(Ec2Questions questions, String region, List<String> faults) {
        this.questions = questions;
        this.region = region;
        this.faults = faults;
    }

    void check(List<InstanceOrder> orders) {
        Map<String, Subnet> subnets = subnets(orders);
        Map<String, SecurityGroup> groups = groups(orders);
        @Nullable String defaultVpc = defaultVpc(orders);
        for (InstanceOrder order : orders) {
            @Nullable Subnet subnet = order.subnet() == null ? null : subnets.get(order.subnet());
            checkZone(order, subnet);
            checkVpc(order, place(order, subnet, defaultVpc), groups);
        }
    }

    /** What a security group has to share a VPC with. */
    private record Place(String id, String vpc) {}

    private static @Nullable Place place(
            InstanceOrder order, @Nullable Subnet subnet, @Nullable String defaultVpc) {
        if (subnet != null) {
            return new Place(subnet.subnetId(), subnet.vpcId());
        }
        return order.subnet() == null && defaultVpc != null
                ? new Place("the default subnet", defaultVpc)
                : null;
    }

    /** The VPC of instances for which no subnet is named; null where none is needed or known. */
    private @Nullable String defaultVpc(List<InstanceOrder> orders) {
        if (orders.stream().allMatch(order -> order.subnet() != null)) {
            return null;
        }
        Optional<List<Vpc>> found = questions.defaultVpcs();
        if (found.isPresent() && found.get().isEmpty()) {
            faults.add(
                    "%s has no default VPC in this account, so that every entry of instances has to name a subnet"
                            .formatted(region));
        }
        return found.stream().flatMap(List::stream).map(Vpc::vpcId).findFirst().orElse(null);
    }

    private Map<String, Subnet> subnets(List<InstanceOrder> orders) {
        List<String> wanted =
                orders.stream()
                        .map(InstanceOrder::subnet)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Map<String, Subnet> byId = new HashMap<>();
        Optional<List<Subnet>> found =
                wanted.isEmpty() ? Optional.of(List.of()) : questions.subnets(wanted);
        found.ifPresent(subnets -> {
            subnets.forEach(subnet -> byId.put(subnet.subnetId(), subnet));
            wanted.stream()
                    .filter(id -> !byId.containsKey(id))
                    .forEach(id -> faults.add("there is no subnet %s in %s".formatted(id, region)));
        });
        return byId;
    }

    private Map<String, SecurityGroup> groups(List<InstanceOrder> orders) {
        List<String> wanted =
                orders.stream()
                        .flatMap(order -> order.securityGroups().stream())
                        .distinct()
                        .toList();
        Map<String, SecurityGroup> byId = new HashMap<>();
        Optional<List<SecurityGroup>> found =
                wanted.isEmpty() ? Optional.of(List.of()) : questions.securityGroups(wanted);
        found.ifPresent(groups -> {
            groups.forEach(group -> byId.put(group.groupId(), group));
            wanted.stream()
                    .filter(id -> !byId.containsKey(id))
                    .forEach(id ->
                            faults.add(
                                    "there is no security group %s in %s".formatted(id, region)));
        });
        return byId;
    }

    private void checkZone(InstanceOrder order, @Nullable Subnet subnet) {
        if (subnet != null
                && order.zone() != null
                && !order.zone().equals(subnet.availabilityZone())) {
            faults.add(
                    "instances %s: subnet %s is in %s, but the zone is %s; leave zone out"
                            .formatted(
                                    order.name(),
                                    subnet.subnetId(),
                                    subnet.availabilityZone(),
                                    order.zone()));
        }
    }

    private void checkVpc(
            InstanceOrder order, @Nullable Place place, Map<String, SecurityGroup> groups) {
        List<Place> places =
                Stream.concat(
                                Stream.ofNullable(place),
                                order.securityGroups().stream()
                                        .map(groups::get)
                                        .filter(Objects::nonNull)
                                        .map(group -> new Place(group.groupId(), group.vpcId())))
                        .toList();
        if (places.stream().map(Place::vpc).distinct().count() > 1) {
            faults.add(
                    "instances %s: the subnet and the security groups are not of one VPC: %s"
                            .formatted(
                                    order.name(),
                                    places.stream()
                                            .map(each -> each.id() + " is in " + each.vpc())
                                            .collect(Collectors.joining(", "))));
        }
    }
}
