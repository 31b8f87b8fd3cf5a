package org.labjanitor.launcher.region;

import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;

/** The Regions that the SDK knows. */
public final class KnownRegions {
    private KnownRegions() {}

    public static boolean has(String name) {
        return Region.regions().stream()
                .anyMatch(region -> region.id().equals(name) && !region.isGlobalRegion());
    }

    /** Why the name is no Region's, as half a sentence; empty where it is one. */
    public static Optional<String> fault(String name) {
        if (has(name)) {
            return Optional.empty();
        }
        return regionOfZone(name)
                .map(region ->
                        "is %s, which is a zone of the Region %s; name the Region"
                                .formatted(name, region))
                .or(() ->
                        Optional.of(
                                "is %s, but there is no such Region. Regions: %s"
                                        .formatted(name, all())));
    }

    /** The Region that a zone's name begins with; empty where it is no zone of a known one. */
    public static Optional<String> regionOfZone(String zone) {
        String shorter = zone.isEmpty() ? zone : zone.substring(0, zone.length() - 1);
        return has(shorter) ? Optional.of(shorter) : Optional.empty();
    }

    private static String all() {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .map(Region::id)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
