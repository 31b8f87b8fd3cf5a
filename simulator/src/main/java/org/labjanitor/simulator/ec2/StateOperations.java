package org.labjanitor.simulator.ec2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesResponse;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

/** Starting, stopping and terminating: one bad instance fails the whole call. */
final class StateOperations {
    private static final int MOST_IDS = 1000;

    private final Ec2Operations operations;

    StateOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "StartInstances",
                        StartInstancesRequest::builder,
                        Set.of("InstanceIds"),
                        this::start),
                operations.operation(
                        "StopInstances",
                        StopInstancesRequest::builder,
                        Set.of("InstanceIds", "Force", "SkipOsShutdown"),
                        this::stop),
                operations.operation(
                        "TerminateInstances",
                        TerminateInstancesRequest::builder,
                        Set.of("InstanceIds", "Force", "SkipOsShutdown"),
                        this::terminate));
    }

    private StartInstancesResponse start(Call call, StartInstancesRequest request) {
        List<Machine> machines = named(call, "StartInstances", request.instanceIds());
        machines.forEach(StateOperations::requireStartable);
        Changes changes = new Changes(machines);
        Instant now = call.context().now();
        machines.stream()
                .filter(machine -> machine.isIn(InstanceStateName.STOPPED))
                .forEach(machine -> call.lifecycle().start(machine, now));
        return StartInstancesResponse.builder().startingInstances(changes.seen()).build();
    }

    private static void requireStartable(Machine machine) {
        if (!machine.isIn(
                InstanceStateName.STOPPED, InstanceStateName.PENDING, InstanceStateName.RUNNING)) {
            throw AwsError.badRequest(
                    "IncorrectInstanceState",
                    "The instance '%s' is not in a state from which it can be started."
                            .formatted(machine.id()));
        }
    }

    private StopInstancesResponse stop(Call call, StopInstancesRequest request) {
        List<Machine> machines = named(call, "StopInstances", request.instanceIds());
        machines.forEach(StateOperations::requireStoppable);
        Changes changes = new Changes(machines);
        Instant now = call.context().now();
        machines.stream()
                .filter(machine -> machine.isIn(InstanceStateName.RUNNING))
                .forEach(machine -> call.lifecycle().stop(machine, now));
        return StopInstancesResponse.builder().stoppingInstances(changes.seen()).build();
    }

    private static void requireStoppable(Machine machine) {
        if (machine.isGoing() || machine.isIn(InstanceStateName.PENDING)) {
            throw AwsError.badRequest(
                    "IncorrectInstanceState",
                    "This instance '%s' is not in a state from which it can be stopped."
                            .formatted(machine.id()));
        }
        if (machine.seed().instanceStore()) {
            throw AwsError.badRequest(
                    "UnsupportedOperation",
                    "The instance '%s' does not have an 'ebs' root device type and cannot be stopped."
                            .formatted(machine.id()));
        }
        refuseSpot(machine);
        if (machine.stopProtected()) {
            throw AwsError.badRequest(
                    "OperationNotPermitted",
                    "The instance '%s' may not be stopped. Modify its 'disableApiStop' instance attribute and try again."
                            .formatted(machine.id()));
        }
    }

    /** Only a persistent request's instance can be stopped, and not if the request is cancelled. */
    private static void refuseSpot(Machine machine) {
        SpotRequest request = machine.spotRequest();
        if (request != null && !request.persistent()) {
            throw AwsError.badRequest(
                    "UnsupportedOperation",
                    "You can't stop the Spot Instance '%s' because it is associated with a one-time Spot Instance request. You can only stop Spot Instances associated with persistent Spot Instance requests."
                            .formatted(machine.id()));
        }
        if (request != null && request.isOver()) {
            throw AwsError.badRequest(
                    "UnsupportedOperation",
                    "You can't stop the Spot Instance '%s' because its Spot Instance request is canceled."
                            .formatted(machine.id()));
        }
    }

    /**
     * A protected instance fails the call and saves every instance of its own Availability Zone;
     * those in other zones are terminated all the same [API TerminateInstances].
     */
    private TerminateInstancesResponse terminate(Call call, TerminateInstancesRequest request) {
        List<Machine> machines = named(call, "TerminateInstances", request.instanceIds());
        List<Machine> blocked = machines.stream().filter(StateOperations::isBlocked).toList();
        Set<String> savedZones = blocked.stream().map(Machine::zone).collect(Collectors.toSet());
        Changes changes = new Changes(machines);
        Instant now = call.context().now();
        machines.stream()
                .filter(machine -> !savedZones.contains(machine.zone()) && !machine.isGoing())
                .forEach(machine -> call.lifecycle().terminate(machine, now));
        if (!blocked.isEmpty()) {
            throw terminationBlocked(blocked.getFirst());
        }
        return TerminateInstancesResponse.builder().terminatingInstances(changes.seen()).build();
    }

    private static boolean isBlocked(Machine machine) {
        return !machine.isGoing() && machine.terminationBlocker() != null;
    }

    private static AwsError terminationBlocked(Machine machine) {
        return AwsError.badRequest(
                "OperationNotPermitted",
                "The instance '%s' may not be terminated. Modify its '%s' instance attribute and try again."
                        .formatted(machine.id(), machine.terminationBlocker()));
    }

    private static List<Machine> named(Call call, String operation, List<String> ids) {
        if (ids.isEmpty()) {
            throw AwsError.badRequest(
                    "MissingParameter", "The request must contain the parameter InstanceId");
        }
        if (ids.size() > MOST_IDS) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "At most %d instance IDs in one request, not %d"
                            .formatted(MOST_IDS, ids.size()));
        }
        List<Machine> machines = call.stock().machines(ids);
        machines.forEach(machine -> ManagedResources.refuse(call, operation, machine));
        return machines;
    }

    /** The states of instances before, to be told with those after. */
    private static final class Changes {
        private final Map<Machine, InstanceStateName> before = new LinkedHashMap<>();

        Changes(List<Machine> machines) {
            machines.forEach(machine -> before.put(machine, machine.state()));
        }

        List<InstanceStateChange> seen() {
            List<InstanceStateChange> changes = new ArrayList<>();
            before.forEach((machine, state) -> changes.add(change(machine, state)));
            return changes;
        }

        private static InstanceStateChange change(Machine machine, InstanceStateName previous) {
            return InstanceStateChange.builder()
                    .instanceId(machine.id())
                    .previousState(InstanceView.state(previous))
                    .currentState(InstanceView.state(machine.state()))
                    .build();
        }
    }
}
