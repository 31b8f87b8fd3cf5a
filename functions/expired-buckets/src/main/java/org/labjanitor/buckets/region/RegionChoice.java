package org.labjanitor.buckets.region;

import static org.labjanitor.runtime.settings.Settings.ALL_REGIONS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.labjanitor.runtime.result.NotExamined;
import software.amazon.awssdk.regions.Region;

/**
 * Regions whose buckets a run looks at, and those it was asked to look at but that do not exist.
 *
 * @param regions names, in the order of the request
 */
public record RegionChoice(List<String> regions, List<NotExamined> notExamined) {
    public RegionChoice {
        regions = List.copyOf(regions);
        notExamined = List.copyOf(notExamined);
    }

    /**
     * Holds the wanted Regions against those that the SDK knows and those that buckets are in.
     *
     * @param wanted names, or {@code all}; empty means {@code home}
     * @param home the function's own Region
     * @param bucketRegions Regions of the buckets that were found
     */
    public static RegionChoice of(
            List<String> wanted, String home, Collection<String> bucketRegions) {
        if (wanted.contains(ALL_REGIONS)) {
            Set<String> regions = new TreeSet<>(bucketRegions);
            regions.add(home);
            return new RegionChoice(List.copyOf(regions), List.of());
        }
        List<String> regions = new ArrayList<>();
        List<NotExamined> notExamined = new ArrayList<>();
        for (String name : wanted.isEmpty() ? List.of(home) : wanted) {
            if (regions.contains(name)) {
                continue;
            }
            if (exists(name) || bucketRegions.contains(name)) {
                regions.add(name);
            } else {
                notExamined.add(new NotExamined(name, "there is no such Region" + hint(name)));
            }
        }
        return new RegionChoice(regions, notExamined);
    }

    private static boolean exists(String name) {
        return Region.regions().stream()
                .anyMatch(region -> region.id().equals(name) && !region.isGlobalRegion());
    }

    private static String hint(String name) {
        String shorter = name.isEmpty() ? name : name.substring(0, name.length() - 1);
        if (exists(shorter)) {
            return "; it looks like an Availability Zone of " + shorter;
        }
        return ". Regions: "
                + Region.regions().stream()
                        .filter(region -> !region.isGlobalRegion())
                        .map(Region::id)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
