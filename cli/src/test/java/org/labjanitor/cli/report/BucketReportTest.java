package org.labjanitor.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.cli.terminal.CellWidth;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Contents;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.Deletions;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

class BucketReportTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Verdict EXPIRED =
            new Verdict.Removable(
                    RemovableReason.EXPIRED,
                    Explanation.of(
                            "Its time was over.",
                            new Fact(
                                    "created",
                                    "2026-06-25",
                                    "S3 ListBuckets",
                                    Instant.parse("2026-06-25T18:00:00Z"))));
    private static final Contents CONTENTS =
            new Contents(
                    12_345, Map.of("STANDARD", 4_000_000_000L, "GLACIER", 40_000_000_000L), NOW);
    private static final String LONGEST_NAME = "lab-" + "x".repeat(59);

    private final StringWriter written = new StringWriter();

    @Test
    void aWideTerminalShowsTheDayOfCreation() {
        show(120, Mode.REPORT, item("lab-ana", CONTENTS, null, null));

        assertThat(written.toString())
                .contains(
                        """
                        May go · 1 bucket · $1.20 a month
                          NAME                  REGION     CREATED     OWNER            OBJECTS      SIZE    A MONTH
                          lab-ana               eu-west-1  2026-06-25  ada@example.org   12,345   44.0 GB      $1.20
                              Its time was over.
                        """);
    }

    @Test
    void aNarrowOneGivesRegionAndOwnerALineOfTheirOwn() {
        show(80, Mode.REPORT, item("lab-ana", CONTENTS, null, null));

        assertThat(written.toString())
                .contains(
                        """
                          NAME                  OBJECTS      SIZE    A MONTH
                          lab-ana                12,345   44.0 GB      $1.20
                              eu-west-1 · ada@example.org
                              Its time was over.
                        """);
    }

    @Test
    void whatIsNotKnownIsNoZero() {
        show(120, Mode.REPORT, item("lab-ana", null, null, null));

        assertThat(written.toString())
                .containsPattern("lab-ana .* {2,}\\? {2,}\\? {2,}\\?\n")
                .contains("an unknown amount a month");
    }

    @Test
    void afterACleanEachBucketAndTheTotalTellWhatWasDeleted() {
        show(
                120,
                Mode.CLEAN,
                item("lab-a", CONTENTS, Outcome.REMOVED, new Deletions(1_500, 1, 2, 5_000_000)),
                item("lab-b", CONTENTS, Outcome.UNFINISHED, new Deletions(1, 0, 0, 1_000)),
                item("lab-c", CONTENTS, Outcome.EMPTIED, new Deletions(0, 0, 0, 0)));

        assertThat(written.toString())
                .contains(
                        "Deleted: 1,500 versions, 1 delete marker and 2 open uploads (5.0 MB).",
                        "Deleted: 1 version (1.0 kB).",
                        "Deleted: nothing.",
                        "Of those that may go: 1 removed, 1 emptied, 1 unfinished.",
                        "Deleted in all: 1,501 versions, 1 delete marker and 2 open uploads (5.0 MB).");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 120, 160})
    void noLineIsWiderThanTheTerminalHoweverLongTheName(int width) {
        show(width, Mode.REPORT, item(LONGEST_NAME, CONTENTS, null, null));

        assertThat(written.toString().lines())
                .allSatisfy(line -> assertThat(CellWidth.of(line)).isLessThanOrEqualTo(width));
    }

    private static ResultItem item(
            String name,
            @Nullable Contents contents,
            @Nullable Outcome outcome,
            @Nullable Deletions deletions) {
        MonthlyCost cost =
                contents == null
                        ? new Unpriced("no storage metrics yet")
                        : new Priced(new BigDecimal("1.20"), true);
        return new ResultItem(
                new Resource(name, null, "eu-west-1", null, "bucket", "ada@example.org"),
                EXPIRED,
                outcome == null ? Action.WOULD_DELETE : Action.DELETE,
                outcome,
                "",
                cost,
                List.of(),
                contents,
                deletions);
    }

    private void show(int width, Mode mode, ResultItem... items) {
        RunResult result =
                new RunResult(
                        "buckets",
                        "run-1",
                        mode,
                        "111122223333",
                        NOW,
                        NOW,
                        Map.of("labTag", "lab"),
                        List.of("eu-west-1"),
                        List.of(items),
                        List.of(),
                        null,
                        false,
                        Map.of("S3:ListBuckets", 1L),
                        Correspondence.none());
        new RunReport(new Screen(new PrintWriter(written), width, true, false), false).show(result);
    }
}
