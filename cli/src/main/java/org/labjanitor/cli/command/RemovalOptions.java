package org.labjanitor.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much is removed, and who said so. */
class RemovalOptions {
    @Option(
            names = "--grace-hours",
            paramLabel = "N",
            order = 21,
            description =
                    "Time between the warning to an owner and the removal. A clean from a terminal warns nobody, so the"
                            + " only value is 0, and it must be spelled out: what may go, goes at once."
                            + " Not needed for what is named outright.")
    @Nullable String graceHours;

    @Option(
            names = "--budget-count",
            paramLabel = "N",
            order = 22,
            description = "Remove at most so many (default: 20); 0 removes nothing.")
    @Nullable String budgetCount;

    @Option(
            names = "--budget-percent",
            paramLabel = "N",
            order = 23,
            description = "Remove at most this share of the lab's, rounded up (default: 50).")
    @Nullable String budgetPercent;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            order = 28,
            description = "Why, for the record.")
    @Nullable String reason;

    @Option(
            names = "--yes",
            order = 29,
            description =
                    "Do not ask. Only together with --account, so that a script cannot meet the wrong account.")
    boolean yes;
}
