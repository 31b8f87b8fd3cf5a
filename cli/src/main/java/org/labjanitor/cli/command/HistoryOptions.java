package org.labjanitor.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of the history to list. */
final class HistoryOptions {
    private static final List<String> SWEEPS = List.of("instances", "buckets");
    private static final int MOST_REPORTS = 100_000;

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            order = 1,
            description = "The report bucket. Without it, JANITOR_REPORT_BUCKET.")
    @Nullable String bucket;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            order = 2,
            description = "The first day, in UTC, such as 2026-11-01. Without it, all there are.")
    @Nullable String since;

    @Option(
            names = "--sweep",
            paramLabel = "KIND",
            order = 3,
            description = "instances or buckets. Without it, both.")
    private @Nullable String sweep;

    @Option(
            names = "--reports",
            paramLabel = "N",
            order = 4,
            description = "How many reports to read at most, the newest first (default: 1000).")
    private int reports = 1_000;

    /**
     * The kinds of sweeps.
     *
     * @throws UsageException if there is no such kind
     */
    List<String> sweeps() {
        if (sweep == null) {
            return SWEEPS;
        }
        if (!SWEEPS.contains(sweep)) {
            throw new UsageException(
                    "--sweep is \"%s\", but must be instances or buckets".formatted(sweep));
        }
        return List.of(sweep);
    }

    /**
     * How many reports to read.
     *
     * @throws UsageException if it is out of range
     */
    int reports() {
        if (reports < 1 || reports > MOST_REPORTS) {
            throw new UsageException(
                    "--reports is %d, but must be 1 to %d".formatted(reports, MOST_REPORTS));
        }
        return reports;
    }
}
