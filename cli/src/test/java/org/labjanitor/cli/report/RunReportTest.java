package org.labjanitor.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.cli.report.Results.BUSY;
import static org.labjanitor.cli.report.Results.ESTIMATED;
import static org.labjanitor.cli.report.Results.IDLE;
import static org.labjanitor.cli.report.Results.LISTED;
import static org.labjanitor.cli.report.Results.THIN;
import static org.labjanitor.cli.report.Results.UNPRICED;
import static org.labjanitor.cli.report.Results.item;
import static org.labjanitor.cli.report.Results.result;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.cli.terminal.CellWidth;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.runtime.settings.Mode;

class RunReportTest {
    private static final RunResult REPORT =
            result(
                    Mode.REPORT,
                    item("jupyter-ana", IDLE, Action.WOULD_TERMINATE, LISTED),
                    item("実験サーバー🚀", IDLE, Action.WOULD_TERMINATE, ESTIMATED),
                    item("sensor-hub", THIN, Action.NONE, LISTED),
                    item("api", BUSY, Action.NONE, LISTED),
                    item("ci", BUSY, Action.NONE, LISTED));

    private final StringWriter written = new StringWriter();

    @Test
    void aReportOnAWideTerminal() {
        show(REPORT, 120, true, false, false);

        assertThat(written.toString())
                .isEqualTo(
                        """
                        Report on instances  reads only, changes nothing
                          account  111122223333
                          lab tag  lab
                          budget   20 instances or 50 % of the lab's, whichever is less
                          time     2026-11-20 10:00 UTC

                        May go · 2 instances · about $350.40 a month
                          NAME            ID                   TYPE      ZONE        OWNER              A MONTH
                          実験サーバー🚀  i-00000000000000008  m5.large  us-east-1a  ada@example.org   ~$280.32
                              Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is 28 h.
                          jupyter-ana     i-0000000000000000b  m5.large  us-east-1a  ada@example.org     $70.08
                              Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is 28 h.

                        Unknown, so kept · 1 instance · $70.08 a month
                          NAME        ID                   TYPE      ZONE        OWNER              A MONTH
                          sensor-hub  i-0000000000000000a  m5.large  us-east-1a  ada@example.org     $70.08
                              CloudWatch has only 70 % of the data points.

                        Kept · 2 instances
                             2  in use  ci, api

                          5 lab instances examined: 2 may go, 1 unknown, 2 kept.
                          Removing all that may go would save about $350.40 a month: $70.08 by the price list, $280.32 estimated.
                          ~ is an estimate: prices are those of Linux on demand in us-east-1.
                          7 AWS calls: 5 Ec2:DescribeInstances, 2 CloudWatch:GetMetricData.
                          Complete.
                        """);
    }

    @Test
    void onANarrowTerminalZoneAndOwnerGetALineOfTheirOwn() {
        show(REPORT, 80, true, false, false);

        assertThat(written.toString())
                .contains(
                        """
                          jupyter-ana     i-0000000000000000b  m5.large     $70.08
                              us-east-1a · ada@example.org
                              Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is
                              28 h.
                        """);
    }

    @Test
    void withoutUtf8ThePageIsPlainAscii() {
        show(REPORT, 120, false, false, false);

        assertThat(written.toString())
                .contains("May go | 2 instances | about $350.40 a month")
                .contains("???????")
                .matches("[\\x0A\\x20-\\x7E]*");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 120, 160})
    void noLineIsWiderThanTheTerminal(int width) {
        show(REPORT, width, true, false, true);

        assertThat(written.toString().lines())
                .allSatisfy(line -> assertThat(CellWidth.of(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void coloursAreAddedAndNothingElseChanges() {
        show(REPORT, 120, true, false, false);
        String plain = written.toString();
        written.getBuffer().setLength(0);

        show(REPORT, 120, true, true, false);

        String coloured = written.toString();
        assertThat(coloured).contains("\u001b[1;32mMay go\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
                .isEqualTo(plain);
    }

    @Test
    void aNameCannotSteerTheTerminal() {
        show(
                result(
                        Mode.REPORT,
                        item("\u001b[2J\u009b31m\u202E", IDLE, Action.WOULD_TERMINATE, LISTED)),
                120,
                true,
                false,
                false);

        assertThat(written.toString())
                .contains("\uFFFD[2J\uFFFD31m\uFFFD")
                .doesNotContain("\u001b", "\u009b", "\u202E");
    }

    @Test
    void evidenceIsShownWhereItIsAskedForAndKeptOnesOneByOne() {
        show(REPORT, 120, true, false, true);

        assertThat(written.toString())
                .contains(
                        "      • longest pause: 14 h (CloudWatch CPUUtilization, 2026-11-12 08:00 UTC)")
                .contains("In use: CPU 63 %.");
    }

    @Test
    void whatCleaningDidStandsByOutcome() {
        show(
                result(
                        Mode.CLEAN,
                        item(
                                "gone",
                                IDLE,
                                Action.TERMINATE,
                                Outcome.REMOVED,
                                "",
                                LISTED,
                                new Leftover("volume", "vol-1", ESTIMATED)),
                        item(
                                "stuck",
                                IDLE,
                                Action.TERMINATE,
                                Outcome.REFUSED,
                                "OperationNotPermitted, by EC2",
                                LISTED),
                        item("later", IDLE, Action.NONE, Outcome.NOT_REACHED, "over it", LISTED),
                        item(
                                "saved",
                                new Verdict.Keep(
                                        KeepReason.IN_USE, Explanation.of("In use: a login.")),
                                Action.NONE,
                                null,
                                "spared: a new look kept it",
                                LISTED)),
                120,
                true,
                false,
                false);

        assertThat(written.toString())
                .containsSubsequence(
                        "Removed · 1 instance · $70.08 a month",
                        "Leaves behind: volume vol-1, about $280.32 a month.",
                        "May go, but not in this run · 1 instance",
                        "over it",
                        "Refused · 1 instance",
                        "OperationNotPermitted, by EC2",
                        "Spared by the last look · 1 instance",
                        "In use: a login.",
                        "Of those that may go: 1 removed, 1 refused, 1 not reached.",
                        "This run saves $70.08 a month.",
                        "Stays behind and keeps costing: 1 volume, about $280.32 a month.",
                        "Partial: something was not examined, was refused, or is still there.");
    }

    @Test
    void aStandingNoticeIsShownWithTheEndOfItsGrace() {
        Instant noticed = Instant.parse("2026-11-20T10:00:00Z");
        ResultItem warned =
                item("jupyter-ana", IDLE, Action.WOULD_TERMINATE, LISTED)
                        .with(new Warning(noticed, noticed.plus(Duration.ofHours(24))));

        show(result(Mode.REPORT, warned), 120, true, false, false);

        assertThat(written.toString())
                .contains(
                        "Its owner was warned at 2026-11-20 10:00 UTC; the grace ends at 2026-11-21 10:00 UTC.");
    }

    @Test
    void whatWasNotExaminedIsLoudAndNearTheEnd() {
        show(
                result(
                        Mode.REPORT,
                        List.of(new NotExamined("eu-west-1", "access was denied")),
                        null,
                        item("api", BUSY, Action.NONE, LISTED)),
                120,
                true,
                false,
                false);

        assertThat(written.toString())
                .containsSubsequence(
                        "Kept · 1 instance",
                        " NOT EXAMINED  nothing is known about the following:",
                        "  • eu-west-1: access was denied",
                        "Partial:");
    }

    @Test
    void aStoppedRunSaysWhy() {
        show(
                result(
                        Mode.CLEAN,
                        List.of(),
                        "All 12 look idle at once.",
                        item("api", IDLE, Action.NONE, Outcome.NOT_REACHED, "stopped", LISTED)),
                120,
                true,
                false,
                false);

        assertThat(written.toString())
                .containsSubsequence(
                        "Stopped. All 12 look idle at once.",
                        "This run saves nothing.",
                        "Failed: this run was stopped and removed nothing.");
    }

    @Test
    void anUnknownPriceIsNeverAZero() {
        show(
                result(Mode.REPORT, item("huge", IDLE, Action.WOULD_TERMINATE, UNPRICED)),
                120,
                true,
                false,
                false);

        assertThat(written.toString())
                .contains("May go · 1 instance · an unknown amount a month (no price is known)")
                .doesNotContain("$0.00");
    }

    @Test
    void anEmptyLabIsSaidToBeEmpty() {
        show(result(Mode.REPORT), 120, true, false, false);

        assertThat(written.toString())
                .contains("No lab instances were found.")
                .contains("There is nothing to save here.");
    }

    @Test
    void aNextStepIsACommandOnALineOfItsOwn() {
        Screen screen = new Screen(new PrintWriter(written), 80, true, false);

        new RunReport(screen, false)
                .show(List.of(new NextStep("See the evidence", "janitor report instances -v")));

        assertThat(written.toString())
                .isEqualTo("\n→ See the evidence:\n    janitor report instances -v\n");
    }

    private void show(
            RunResult result, int width, boolean unicode, boolean colours, boolean verbose) {
        Screen screen = new Screen(new PrintWriter(written), width, unicode, colours);
        new RunReport(screen, verbose).show(result);
    }
}
