package org.labjanitor.simulator.ec2;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DomainType;

/** Elastic IP addresses: they outlive their instance, and cost with or without it. */
final class AddressOperations {
    private final Ec2Operations operations;

    AddressOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "AllocateAddress",
                        AllocateAddressRequest::builder,
                        Set.of("Domain"),
                        this::allocate),
                operations.operation(
                        "AssociateAddress",
                        AssociateAddressRequest::builder,
                        Set.of("AllocationId", "InstanceId"),
                        this::associate),
                operations.operation(
                        "DescribeAddresses",
                        DescribeAddressesRequest::builder,
                        Set.of("Filters", "AllocationIds"),
                        this::describe));
    }

    private AllocateAddressResponse allocate(Call call, AllocateAddressRequest request) {
        Address address = call.lifecycle().allocateAddress();
        return AllocateAddressResponse.builder()
                .allocationId(address.allocationId())
                .publicIp(address.publicIp())
                .domain(DomainType.VPC)
                .build();
    }

    private AssociateAddressResponse associate(Call call, AssociateAddressRequest request) {
        Address address = address(call.stock(), request.allocationId());
        Machine machine = call.stock().machine(request.instanceId());
        if (machine.isGoing()) {
            throw AwsError.badRequest(
                    "InvalidInstanceID",
                    "The instance '%s' is not in a valid state for this operation."
                            .formatted(machine.id()));
        }
        call.lifecycle().associate(address, machine);
        return AssociateAddressResponse.builder().associationId(address.associationId()).build();
    }

    private DescribeAddressesResponse describe(Call call, DescribeAddressesRequest request) {
        Ec2Stock stock = call.stock();
        List<Address> candidates =
                request.allocationIds().isEmpty()
                        ? List.copyOf(stock.addresses().values())
                        : request.allocationIds().stream().map(id -> address(stock, id)).toList();
        return DescribeAddressesResponse.builder()
                .addresses(
                        candidates.stream()
                                .filter(filters(stock).matching(request.filters()))
                                .map(address -> view(stock, address))
                                .toList())
                .build();
    }

    private static Address address(Ec2Stock stock, @Nullable String allocationId) {
        Address address = allocationId == null ? null : stock.addresses().get(allocationId);
        if (address == null) {
            throw AwsError.badRequest(
                    "InvalidAllocationID.NotFound",
                    "The allocation ID '" + allocationId + "' does not exist");
        }
        return address;
    }

    private static Filters<Address> filters(Ec2Stock stock) {
        return new Filters<Address>(address -> stock.tags().of(address.allocationId()))
                .on("allocation-id", Address::allocationId)
                .on("association-id", Address::associationId)
                .on("instance-id", Address::instanceId)
                .on("public-ip", Address::publicIp);
    }

    private static software.amazon.awssdk.services.ec2.model.Address view(
            Ec2Stock stock, Address address) {
        return software.amazon.awssdk.services.ec2.model.Address.builder()
                .allocationId(address.allocationId())
                .associationId(address.associationId())
                .publicIp(address.publicIp())
                .instanceId(address.instanceId())
                .domain(DomainType.VPC)
                .tags(stock.tags().list(address.allocationId()))
                .build();
    }
}
