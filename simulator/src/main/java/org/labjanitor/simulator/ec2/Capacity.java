package org.labjanitor.simulator.ec2;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.labjanitor.simulator.ec2.offer.TypeOffer;
import org.labjanitor.simulator.ec2.offer.Zone;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/**
 * How much of each instance type a Region has, and how much of it an account may use. Without a
 * word about it there is always enough.
 */
final class Capacity {
    private record Pool(String type, String zone) {}

    private final String region;
    private final Map<Pool, Integer> free = new HashMap<>();
    private final Set<Pool> withdrawn = new HashSet<>();
    private final Map<String, Integer> vcpuLimits = new HashMap<>();

    Capacity(String region) {
        this.region = region;
    }

    /** From now on so many more instances of the type start in the zone. */
    void free(String type, String zone, int count) {
        free.put(new Pool(type, zone), count);
    }

    void withdraw(String type, String zone) {
        withdrawn.add(new Pool(type, zone));
    }

    void limitVcpus(String quota, int vcpus) {
        vcpuLimits.put(quota, vcpus);
    }

    boolean offers(String type, String zone) {
        return !withdrawn.contains(new Pool(type, zone));
    }

    List<String> zonesThatOffer(String type) {
        return Zone.of(region).stream().map(Zone::name).filter(zone -> offers(type, zone)).toList();
    }

    /**
     * Refuses more vCPUs than the quota leaves. "MinCount, MaxCount: between 1 and the quota for
     * the specified instance type": what does not fit as a whole is refused.
     */
    void requireQuota(TypeOffer type, int count, Collection<Machine> machines) {
        Integer limit = vcpuLimits.get(type.quota());
        if (limit == null) {
            return;
        }
        int used =
                machines.stream()
                        .filter(machine -> countsAgainst(machine, type.quota()))
                        .mapToInt(Capacity::vcpus)
                        .sum();
        if (used + count * type.vcpus() > limit) {
            throw AwsError.badRequest(
                    "VcpuLimitExceeded",
                    "You have requested more vCPU capacity than your current vCPU limit of %d allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit."
                            .formatted(limit));
        }
    }

    /** "Quotas are managed in terms of the vCPUs that running On-Demand Instances use." */
    private static boolean countsAgainst(Machine machine, String quota) {
        TypeOffer type = TypeOffer.all().get(machine.seed().type());
        return type != null
                && type.quota().equals(quota)
                && machine.spotRequest() == null
                && machine.isIn(InstanceStateName.PENDING, InstanceStateName.RUNNING);
    }

    private static int vcpus(Machine machine) {
        TypeOffer type = TypeOffer.all().get(machine.seed().type());
        return type == null ? 0 : type.vcpus();
    }

    /** Takes up to {@code most} places in a zone, or refuses when there are fewer than needed. */
    int take(String type, String zone, int least, int most) {
        if (!offers(type, zone)) {
            throw AwsError.badRequest(
                    "Unsupported",
                    "Your requested instance type (%s) is not supported in your requested Availability Zone (%s). Please retry your request by not specifying an Availability Zone or choosing %s."
                            .formatted(type, zone, String.join(", ", zonesThatOffer(type))));
        }
        Pool pool = new Pool(type, zone);
        int there = free.getOrDefault(pool, most);
        if (there < least) {
            throw insufficient(type, zone, least);
        }
        int taken = Math.min(there, most);
        free.computeIfPresent(pool, (same, places) -> places - taken);
        return taken;
    }

    /** Where EC2 starts what names no zone: the first zone with enough of the type. */
    String choose(String type, int least) {
        List<String> zones = zonesThatOffer(type);
        if (zones.isEmpty()) {
            throw AwsError.badRequest(
                    "Unsupported",
                    "The requested configuration is currently not supported. Please check the documentation for supported configurations.");
        }
        return zones.stream()
                .filter(zone -> hasPlaces(type, zone, least))
                .findFirst()
                .orElseThrow(() -> outOf(type));
    }

    private boolean hasPlaces(String type, String zone, int count) {
        return free.getOrDefault(new Pool(type, zone), count) >= count;
    }

    private static AwsError outOf(String type) {
        return new AwsError(
                "InsufficientInstanceCapacity",
                "We currently do not have sufficient %s capacity in zones with support for 'gp2' volumes. Our system will be working on provisioning additional capacity."
                        .formatted(type),
                500);
    }

    private AwsError insufficient(String type, String zone, int count) {
        List<String> others =
                zonesThatOffer(type).stream()
                        .filter(other -> hasPlaces(type, other, count))
                        .toList();
        String advice =
                others.isEmpty()
                        ? ""
                        : " You can currently get %s capacity by not specifying an Availability Zone in your request or choosing %s."
                                .formatted(type, String.join(", ", others));
        return new AwsError(
                "InsufficientInstanceCapacity",
                "We currently do not have sufficient %s capacity in the Availability Zone you requested (%s). Our system will be working on provisioning additional capacity."
                                .formatted(type, zone)
                        + advice,
                500);
    }
}
