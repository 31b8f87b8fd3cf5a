package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which account, which Regions, and as whom. */
final class WhereOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            order = 1,
            description = "A profile of the AWS CLI. It wins over credentials in the environment.")
    @Nullable String profile;

    @Option(
            names = "--account",
            paramLabel = "ID",
            order = 2,
            description = "The account it must be. With any other one, nothing is looked at.")
    @Nullable String account;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            split = ",",
            order = 3,
            description =
                    "A Region to look at. May be repeated, or hold several separated by commas."
                            + " Without it, the profile's Region.")
    List<String> regions = new ArrayList<>();

    @Option(
            names = "--all-regions",
            order = 4,
            description = "Look at every Region that is enabled in the account.")
    boolean allRegions;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            order = 5,
            description = "Talk to this endpoint instead of AWS, such as 'janitor simulate'.")
    @Nullable String endpointUrl;
}
