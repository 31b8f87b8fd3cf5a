package org.labjanitor.instances.removal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.labjanitor.instances.inventory.Ec2Filters;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Leftover;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * What stays behind and keeps costing when instances are terminated: Elastic IP addresses, and
 * volumes without {@code DeleteOnTermination}. They are listed and left alone.
 */
public final class Leftovers {
    /** Every public IPv4 address costs $0.005 an hour, in use or not. */
    private static final BigDecimal ADDRESS_A_MONTH = new BigDecimal("3.65");

    /** Dollars a GB and month in us-east-1; provisioned IOPS and throughput come on top. */
    private static final Map<String, BigDecimal> GIGABYTE_A_MONTH =
            Map.of(
                    "gp2", new BigDecimal("0.10"),
                    "gp3", new BigDecimal("0.08"),
                    "io1", new BigDecimal("0.125"),
                    "io2", new BigDecimal("0.125"),
                    "st1", new BigDecimal("0.045"),
                    "sc1", new BigDecimal("0.015"),
                    "standard", new BigDecimal("0.05"));

    private final Ec2Client ec2;

    public Leftovers(Ec2Client ec2) {
        this.ec2 = ec2;
    }

    /**
     * Leftovers by the id of the instance that leaves them; instances that leave none are left out.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if they cannot be read
     */
    public Map<String, List<Leftover>> of(List<LabInstance> instances) {
        Map<String, List<Leftover>> leftovers = new HashMap<>();
        addVolumes(instances, leftovers);
        addAddresses(instances, leftovers);
        return leftovers;
    }

    private void addVolumes(List<LabInstance> instances, Map<String, List<Leftover>> leftovers) {
        Map<String, String> instanceByVolume = new HashMap<>();
        instances.forEach(instance ->
                instance.keptVolumes()
                        .forEach(volume -> instanceByVolume.put(volume, instance.id())));
        for (Filter filter :
                Ec2Filters.perRequest("volume-id", List.copyOf(instanceByVolume.keySet()))) {
            ec2.describeVolumesPaginator(request -> request.filters(filter))
                    .volumes()
                    .forEach(volume ->
                            add(
                                    leftovers,
                                    instanceByVolume.get(volume.volumeId()),
                                    new Leftover("volume", volume.volumeId(), cost(volume))));
        }
    }

    private void addAddresses(List<LabInstance> instances, Map<String, List<Leftover>> leftovers) {
        List<String> ids = instances.stream().map(LabInstance::id).toList();
        for (Filter filter : Ec2Filters.perRequest("instance-id", ids)) {
            for (Address address :
                    ec2.describeAddresses(request -> request.filters(filter)).addresses()) {
                add(
                        leftovers,
                        address.instanceId(),
                        new Leftover(
                                "elastic-ip",
                                Objects.requireNonNullElse(
                                        address.publicIp(), address.allocationId()),
                                new Priced(ADDRESS_A_MONTH, true)));
            }
        }
    }

    private static void add(
            Map<String, List<Leftover>> leftovers, @Nullable String instanceId, Leftover leftover) {
        if (instanceId != null) {
            leftovers.computeIfAbsent(instanceId, _ -> new ArrayList<>()).add(leftover);
        }
    }

    private static MonthlyCost cost(Volume volume) {
        BigDecimal gigabyte = GIGABYTE_A_MONTH.get(volume.volumeTypeAsString());
        if (gigabyte == null || volume.size() == null) {
            return new Unpriced("no price for volumes of type " + volume.volumeTypeAsString());
        }
        return new Priced(gigabyte.multiply(BigDecimal.valueOf(volume.size())), false);
    }
}
