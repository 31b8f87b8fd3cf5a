package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What happens to buckets, to which, and how much of what is in them may go. */
final class BucketRemovalOptions extends RemovalOptions {
    @Option(
            names = "--budget-keys",
            paramLabel = "N",
            order = 24,
            description =
                    "Delete at most so many versions and markers in all (default: 10000000). The next run goes on with"
                            + " a bucket that is not through then.")
    @Nullable String budgetKeys;

    @Option(
            names = "--budget-gigabytes",
            paramLabel = "N",
            order = 25,
            description = "Delete at most so many gigabytes in all (default: 1000).")
    @Nullable String budgetGigabytes;

    @Option(
            names = "--after",
            paramLabel = "WHAT",
            order = 26,
            description =
                    "What becomes of an empty bucket: @|bold keep|@ it, so that no stranger can take its name, or"
                            + " @|bold delete|@ it (default).")
    @Nullable String after;

    @Option(
            names = "--delete",
            paramLabel = "NAME",
            split = ",",
            order = 27,
            description =
                    "Remove these buckets outright, expired or not. Lab tag, keep tag, protection and budget still"
                            + " hold. Needs --reason.")
    List<String> named = new ArrayList<>();
}
