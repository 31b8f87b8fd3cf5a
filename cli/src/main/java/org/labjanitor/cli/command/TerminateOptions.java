package org.labjanitor.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Why instances go, how many may, and whether somebody is asked. */
final class TerminateOptions {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            order = 31,
            description = "Why, for the record. Asked for where it is missing.")
    @Nullable String reason;

    @Option(
            names = "--budget-count",
            paramLabel = "N",
            order = 32,
            description = "Terminate at most so many (default: 20).")
    @Nullable String budgetCount;

    @Option(
            names = "--budget-percent",
            paramLabel = "N",
            order = 33,
            description = "Terminate at most this share of the lab's, rounded up (default: 50).")
    @Nullable String budgetPercent;

    @Option(
            names = "--yes",
            order = 34,
            description =
                    "Do not ask. Only with ids and --account, so that a script cannot meet the wrong account.")
    boolean yes;
}
