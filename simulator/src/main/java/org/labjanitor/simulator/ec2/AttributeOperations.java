package org.labjanitor.simulator.ec2;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeResponse;

/** The attributes that DescribeInstances does not show: protections and shutdown behaviour. */
final class AttributeOperations {
    private static final String TERMINATION = "disableApiTermination";
    private static final String STOP = "disableApiStop";
    private static final String SHUTDOWN = "instanceInitiatedShutdownBehavior";

    private static final Set<String> SHUTDOWNS = Set.of("stop", "terminate");

    private final Ec2Operations operations;

    AttributeOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "DescribeInstanceAttribute",
                        DescribeInstanceAttributeRequest::builder,
                        Set.of("InstanceId", "Attribute"),
                        this::describe),
                operations.operation(
                        "ModifyInstanceAttribute",
                        ModifyInstanceAttributeRequest::builder,
                        Set.of(
                                "InstanceId",
                                "Attribute",
                                "Value",
                                "DisableApiTermination",
                                "DisableApiStop",
                                "InstanceInitiatedShutdownBehavior"),
                        this::modify));
    }

    private DescribeInstanceAttributeResponse describe(
            Call call, DescribeInstanceAttributeRequest request) {
        Machine machine = call.stock().machine(request.instanceId());
        if (request.attribute() == null) {
            throw AwsError.badRequest(
                    "MissingParameter", "The request must contain the parameter attribute");
        }
        if (machine.state() == InstanceStateName.TERMINATED) {
            throw AwsError.notSimulated(
                    "the attributes of a terminated instance (not documented): " + machine.id());
        }
        DescribeInstanceAttributeResponse.Builder response =
                DescribeInstanceAttributeResponse.builder().instanceId(machine.id());
        switch (request.attributeAsString()) {
            case TERMINATION ->
                    response.disableApiTermination(flag(machine.terminationProtected()));
            case STOP -> response.disableApiStop(flag(machine.stopProtected()));
            case SHUTDOWN ->
                    response.instanceInitiatedShutdownBehavior(
                            AttributeValue.builder().value(machine.shutdownBehavior()).build());
            default -> throw unknown(request.attributeAsString());
        }
        return response.build();
    }

    private static AttributeBooleanValue flag(boolean value) {
        return AttributeBooleanValue.builder().value(value).build();
    }

    private static AwsError unknown(@Nullable String attribute) {
        return AwsError.badRequest(
                "UnknownParameter", "The lab does not know the instance attribute " + attribute);
    }

    private ModifyInstanceAttributeResponse modify(
            Call call, ModifyInstanceAttributeRequest request) {
        Machine machine = call.stock().machine(request.instanceId());
        ManagedResources.refuse(call, "ModifyInstanceAttribute", machine);
        if (request.disableApiTermination() != null) {
            protectFromTermination(machine, isOn(request.disableApiTermination()));
        }
        if (request.disableApiStop() != null) {
            protectFromStop(machine, isOn(request.disableApiStop()));
        }
        if (request.instanceInitiatedShutdownBehavior() != null) {
            shutdownBehavior(machine, request.instanceInitiatedShutdownBehavior().value());
        }
        if (request.attribute() != null) {
            modifyNamed(machine, request.attributeAsString(), request.value());
        }
        return ModifyInstanceAttributeResponse.builder().build();
    }

    private static void modifyNamed(Machine machine, String attribute, @Nullable String value) {
        switch (attribute) {
            case TERMINATION -> protectFromTermination(machine, "true".equals(value));
            case SHUTDOWN -> shutdownBehavior(machine, value);
            default -> throw unknown(attribute);
        }
    }

    private static boolean isOn(AttributeBooleanValue flag) {
        return Boolean.TRUE.equals(flag.value());
    }

    private static void protectFromTermination(Machine machine, boolean on) {
        refuseSpot(machine, on, TERMINATION);
        machine.protectFromTermination(on);
    }

    private static void protectFromStop(Machine machine, boolean on) {
        refuseSpot(machine, on, STOP);
        machine.protectFromStop(on);
    }

    /** "You can't enable termination protection for Spot Instances"; nor stop protection. */
    private static void refuseSpot(Machine machine, boolean on, String attribute) {
        if (on && machine.spotRequest() != null) {
            throw AwsError.badRequest(
                    "UnsupportedOperation",
                    "The attribute '%s' cannot be set on the Spot Instance '%s'"
                            .formatted(attribute, machine.id()));
        }
    }

    private static void shutdownBehavior(Machine machine, @Nullable String value) {
        if (value == null || !SHUTDOWNS.contains(value)) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "Value (%s) for parameter %s is invalid".formatted(value, SHUTDOWN));
        }
        machine.shutdownBehavior(value);
    }
}
