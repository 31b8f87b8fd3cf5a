package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which account, which Regions, and as whom. */
final class WhereOptions extends AccountOptions {
    @Option(
            names = "--region",
            paramLabel = "NAME",
            split = ",",
            order = 3,
            description =
                    "A Region to look at. May be repeated, or hold several separated by commas."
                            + " Without it, instances are looked for in the profile's Region and buckets in all.")
    List<String> regions = new ArrayList<>();

    @Option(
            names = "--all-regions",
            order = 4,
            description = "Look at every Region that is enabled in the account.")
    boolean allRegions;

    /** The options as a person would type them for another command. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (profile != null) {
            words.addAll(List.of("--profile", profile));
        }
        if (account != null) {
            words.addAll(List.of("--account", account));
        }
        regions.forEach(region -> words.addAll(List.of("--region", region)));
        if (allRegions) {
            words.add("--all-regions");
        }
        if (endpointUrl != null) {
            words.addAll(List.of("--endpoint-url", endpointUrl));
        }
        return words;
    }
}
