package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is removed, how much of it, and who said so. */
final class RemovalOptions {
    @Option(
            names = "--grace-hours",
            paramLabel = "N",
            order = 21,
            description =
                    "Time between the warning to an owner and the removal. Owners cannot be warned yet, so the only"
                            + " value is 0, and it must be spelled out: what may go, goes without a warning."
                            + " Not needed with --terminate.")
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
            description =
                    "Remove at most this share of the lab's instances, rounded up (default: 50).")
    @Nullable String budgetPercent;

    @Option(
            names = "--action",
            paramLabel = "ACTION",
            order = 24,
            description =
                    "@|bold terminate|@ (default), or @|bold stop|@, which can be taken back.")
    @Nullable String action;

    @Option(
            names = "--terminate",
            paramLabel = "ID",
            split = ",",
            order = 25,
            description =
                    "Remove these instances outright, idle or not. Lab tag, keep tag, protection and budget still"
                            + " hold. Needs --reason.")
    List<String> named = new ArrayList<>();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            order = 26,
            description = "Why, for the record.")
    @Nullable String reason;

    @Option(
            names = "--yes",
            order = 27,
            description =
                    "Do not ask. Only together with --account, so that a script cannot meet the wrong account.")
    boolean yes;
}
