package org.labjanitor.runtime.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.labjanitor.runtime.result.RunResult;

/** Where reports are in their bucket: by sweep and day, in the order of time, all times UTC. */
public final class ReportKey {
    /** Ends the key of the document for programs. */
    public static final String JSON = ".json";

    /** Ends the key of the page for people. */
    public static final String HTML = ".html";

    private static final String ROOT = "reports/";
    private static final DateTimeFormatter DAY = formatter("uuuu/MM/dd/");
    private static final DateTimeFormatter SECOND = formatter("uuuuMMdd'T'HHmmss'Z'");

    private ReportKey() {}

    /**
     * The key of a run's report without its ending, such as {@code
     * reports/instances/2026/11/24/20261124T140503Z-clean-1f3a}.
     */
    public static String of(RunResult result) {
        Instant start = result.startedAt();
        return "%s%s%s-%s-%s"
                .formatted(
                        prefix(result.sweep()),
                        DAY.format(start),
                        SECOND.format(start),
                        result.mode().id(),
                        result.runId());
    }

    /** What the keys of a sweep's reports begin with. */
    public static String prefix(String sweep) {
        return ROOT + sweep + "/";
    }

    /** What the keys of a sweep's reports of one day begin with; earlier days sort before it. */
    public static String prefix(String sweep, LocalDate day) {
        return prefix(sweep) + DAY.format(day);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
