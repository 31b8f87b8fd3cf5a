package org.labjanitor.simulator.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Reservation;

/** {@code DescribeInstances}: filtered, and paged by instance, not by reservation. */
final class InstanceListing {
    private static final String NAME = "DescribeInstances";

    private final Ec2Operations operations;

    InstanceListing(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        NAME,
                        DescribeInstancesRequest::builder,
                        Set.of(
                                "InstanceIds",
                                "IncludeManagedResources",
                                "Filters",
                                "NextToken",
                                "MaxResults"),
                        this::describe));
    }

    private DescribeInstancesResponse describe(Call call, DescribeInstancesRequest request) {
        refuseCombination(request);
        Predicate<Machine> wanted = filters(call.stock()).matching(request.filters());
        List<Machine> found =
                candidates(call.stock(), request).stream()
                        .filter(machine -> isVisible(machine, request))
                        .filter(wanted)
                        .toList();
        Page<Machine> page =
                Page.of(
                        found,
                        Machine::id,
                        new Page.Wish(NAME, request.maxResults(), request.nextToken()));
        return DescribeInstancesResponse.builder()
                .reservations(reservations(call.stock(), page.items()))
                .nextToken(page.nextToken())
                .build();
    }

    private static void refuseCombination(DescribeInstancesRequest request) {
        if (!request.instanceIds().isEmpty()) {
            refuseWithIds(request.maxResults(), "maxResults");
            refuseWithIds(request.nextToken(), "nextToken");
        }
    }

    private static void refuseWithIds(@Nullable Object value, String name) {
        if (value != null) {
            throw AwsError.badRequest(
                    "InvalidParameterCombination",
                    "The parameter instancesSet cannot be used with the parameter " + name);
        }
    }

    private static List<Machine> candidates(Ec2Stock stock, DescribeInstancesRequest request) {
        return request.instanceIds().isEmpty()
                ? List.copyOf(stock.machines().values())
                : stock.machinesToDescribe(request.instanceIds());
    }

    private static boolean isVisible(Machine machine, DescribeInstancesRequest request) {
        boolean shown =
                !machine.seed().hidden() || Boolean.TRUE.equals(request.includeManagedResources());
        if (!shown && request.instanceIds().contains(machine.id())) {
            throw AwsError.notSimulated(
                    "the id of a hidden instance without IncludeManagedResources (not documented): "
                            + machine.id());
        }
        return shown;
    }

    private static List<Reservation> reservations(Ec2Stock stock, List<Machine> machines) {
        InstanceView view = new InstanceView(stock);
        Map<String, List<Machine>> byReservation =
                machines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Machine::reservationId,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byReservation.values().stream().map(view::reservation).toList();
    }

    private static Filters<Machine> filters(Ec2Stock stock) {
        return new Filters<Machine>(machine -> stock.tags().of(machine.id()))
                .on("architecture", InstanceView::architecture)
                .on("availability-zone", Machine::zone)
                .onEach(
                        "block-device-mapping.attach-time",
                        machine ->
                                machine.volumes().stream()
                                        .map(volume -> Times.text(volume.attachTime())))
                .onEach(
                        "block-device-mapping.delete-on-termination",
                        machine -> machine.volumes().stream().map(Volume::deleteOnTermination))
                .onEach(
                        "block-device-mapping.volume-id",
                        machine -> machine.volumes().stream().map(Volume::id))
                .on("client-token", machine -> machine.seed().clientToken())
                .on("image-id", machine -> machine.seed().imageId())
                .on("instance-id", Machine::id)
                .on("instance-lifecycle", InstanceView::lifecycle)
                .on("instance-state-code", machine -> InstanceView.state(machine.state()).code())
                .on("instance-state-name", Machine::state)
                .on("instance-type", machine -> machine.seed().type())
                .on("key-name", machine -> machine.seed().keyName())
                .on("launch-time", machine -> Times.text(machine.launchTime()))
                .on("monitoring-state", InstanceView::monitoring)
                .on(
                        "network-interface.attachment.attach-time",
                        machine -> Times.text(machine.firstAttach()))
                .on("operator.managed", Machine::isManaged)
                .on("operator.principal", machine -> machine.seed().operator())
                .on("owner-id", machine -> stock.place().accountId())
                .on("reason", Machine::transitionReason)
                .on("requester-id", machine -> machine.seed().requesterId())
                .on("reservation-id", Machine::reservationId)
                .on(
                        "spot-instance-request-id",
                        machine ->
                                machine.spotRequest() == null
                                        ? null
                                        : Objects.requireNonNull(machine.spotRequest()).id())
                .on("subnet-id", InstanceView::subnetId)
                .on("vpc-id", machine -> stock.network().vpcId());
    }
}
