package org.labjanitor.launcher.preflight;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.labjanitor.core.launch.InstanceOrder;
import org.labjanitor.launcher.region.KnownRegions;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;

/** Whether the zones that are named are zones of the lab's Region. */
final class ZoneCheck {
    private final Ec2Questions questions;
    private final String region;
    private final List<String> faults;

    ZoneCheck(Ec2Questions questions, String region, List<String> faults) {
        this.questions = questions;
        this.region = region;
        this.faults = faults;
    }

    /** Notes the zones that are none, and answers those that are there. */
    Set<String> check(List<InstanceOrder> orders) {
        Set<String> wanted =
                orders.stream()
                        .map(InstanceOrder::zone)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted.isEmpty()) {
            return Set.of();
        }
        List<AvailabilityZone> zones = questions.zones().orElse(List.of());
        if (!zones.isEmpty()) {
            wanted.removeIf(zone -> !isThere(zone, zones));
        }
        return wanted;
    }

    private boolean isThere(String wanted, List<AvailabilityZone> zones) {
        List<String> names = zones.stream().map(AvailabilityZone::zoneName).sorted().toList();
        if (names.contains(wanted)) {
            return true;
        }
        Optional<String> other =
                KnownRegions.regionOfZone(wanted).filter(name -> !name.equals(region));
        if (KnownRegions.has(wanted)) {
            faults.add(
                    wanted.equals(region)
                            ? "zone %s is a Region, not a zone; its zones are %s"
                                    .formatted(wanted, String.join(", ", names))
                            : "zone %s is a Region, not a zone; the lab is in %s, whose zones are %s"
                                    .formatted(wanted, region, String.join(", ", names)));
        } else if (other.isPresent()) {
            faults.add(
                    "zone %s is a zone of %s, but the lab is in %s, whose zones are %s"
                            .formatted(wanted, other.get(), region, String.join(", ", names)));
        } else {
            faults.add(
                    "there is no zone %s for this account; the zones of %s are %s"
                            .formatted(wanted, region, String.join(", ", names)));
        }
        return false;
    }
}
