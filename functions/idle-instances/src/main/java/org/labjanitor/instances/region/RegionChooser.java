package org.labjanitor.instances.region;

import static org.labjanitor.runtime.settings.Settings.ALL_REGIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.result.NotExamined;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Region;

/** Holds the Regions a run is asked for against those that the account has. */
public final class RegionChooser {
    private static final String NOT_OPTED_IN = "not-opted-in";

    private final Ec2Client ec2;
    private final String homeRegion;

    public RegionChooser(RegionClients home) {
        this.ec2 = home.ec2();
        this.homeRegion = home.region();
    }

    /**
     * The Regions to look at. For the home Region alone AWS is not asked: the account check has
     * just had its answer from there.
     *
     * @param wanted names, or {@code all}; empty means the home Region
     * @throws AwsFailedException if the account's Regions cannot be read
     */
    public RegionChoice choose(List<String> wanted) {
        if (Set.of(homeRegion).containsAll(wanted)) {
            return new RegionChoice(List.of(homeRegion), List.of());
        }
        Map<String, String> optInStatus = optInStatus();
        if (wanted.contains(ALL_REGIONS)) {
            return new RegionChoice(
                    optInStatus.keySet().stream()
                            .filter(name -> isEnabled(optInStatus.get(name)))
                            .toList(),
                    List.of());
        }
        List<String> regions = new ArrayList<>();
        List<NotExamined> notExamined = new ArrayList<>();
        for (String name : wanted) {
            String status = optInStatus.get(name);
            if (status == null) {
                notExamined.add(new NotExamined(name, unknown(name, optInStatus)));
            } else if (!isEnabled(status)) {
                notExamined.add(
                        new NotExamined(name, "the Region is not enabled for this account"));
            } else if (!regions.contains(name)) {
                regions.add(name);
            }
        }
        return new RegionChoice(regions, notExamined);
    }

    private static boolean isEnabled(@Nullable String status) {
        return !NOT_OPTED_IN.equals(status);
    }

    private static String unknown(String name, Map<String, String> optInStatus) {
        String zoneHint =
                name.matches(".*\\d[a-z]")
                                && optInStatus.containsKey(name.substring(0, name.length() - 1))
                        ? "; it looks like an Availability Zone of "
                                + name.substring(0, name.length() - 1)
                        : "";
        return "there is no such Region%s. Regions of this account: %s"
                .formatted(
                        zoneHint,
                        String.join(
                                ", ",
                                optInStatus.keySet().stream()
                                        .filter(known -> isEnabled(optInStatus.get(known)))
                                        .toList()));
    }

    private Map<String, String> optInStatus() {
        try {
            Map<String, String> status = new TreeMap<>();
            for (Region region :
                    ec2.describeRegions(request -> request.allRegions(true)).regions()) {
                status.put(
                        region.regionName(),
                        region.optInStatus() == null ? "" : region.optInStatus());
            }
            return status;
        } catch (SdkException e) {
            throw new AwsFailedException("ec2:DescribeRegions in " + homeRegion, e);
        }
    }
}
