package org.labjanitor.simulator.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The Regions that exist in this lab, and which of them an account must opt in to. */
public final class RegionCatalogue {
    /** "Regions introduced after March 20, 2019 are disabled by default." */
    private static final Set<String> OPT_IN =
            Set.of(
                    "af-south-1",
                    "ap-east-1",
                    "ap-east-2",
                    "ap-south-2",
                    "ap-southeast-3",
                    "ap-southeast-4",
                    "ap-southeast-5",
                    "ap-southeast-6",
                    "ap-southeast-7",
                    "ca-west-1",
                    "eu-central-2",
                    "eu-south-1",
                    "eu-south-2",
                    "il-central-1",
                    "me-central-1",
                    "me-south-1",
                    "mx-central-1");

    private final Set<String> names;

    public RegionCatalogue(List<String> names) {
        this.names = Set.copyOf(names);
    }

    public List<String> names() {
        return List.copyOf(new TreeSet<>(names));
    }

    public boolean exists(String region) {
        return names.contains(region);
    }

    public boolean needsOptIn(String region) {
        return OPT_IN.contains(region);
    }
}
