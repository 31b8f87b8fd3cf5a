package org.labjanitor.cli.history;

import java.util.List;
import java.util.Objects;
import org.labjanitor.cli.report.Money;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.core.time.Minutes;

/**
 * The history for a person: run by run, each resource with its reason, and the total at the end.
 */
public final class HistoryPage {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.left("NAME", 8, 40),
                    Column.left("ID", 8, 24),
                    Column.left("TYPE", 6, 14),
                    Column.left("REGION", 9, 14),
                    Column.left("OWNER", 5, 24),
                    Column.right("A MONTH", 9, 12));

    private final Screen screen;

    public HistoryPage(Screen screen) {
        this.screen = screen;
    }

    /** Shows it. */
    public void show(History history, String bucket) {
        screen.line(
                screen.paint(Style.BOLD, "Removed so far")
                        + "  "
                        + screen.paint(Style.DIM, "by the reports in s3://" + bucket));
        history.runs().forEach(this::show);
        showNotRead(history.notRead());
        screen.blank();
        showTotal(history);
    }

    private void show(PastRun run) {
        screen.blank();
        String dot = " " + screen.glyphs().dot() + " ";
        screen.line(
                screen.paint(Style.GOOD_TITLE, Minutes.utc(run.startedAt()))
                        + dot
                        + Noun.ofSweep(run.sweep()).count(run.removed().size())
                        + dot
                        + Money.inSentence(run.removed().stream().map(Removed::cost).toList())
                        + screen.paint(Style.DIM, dot + "run " + screen.safe(run.runId())));
        List<List<Cell>> rows = run.removed().stream().map(this::cells).toList();
        Table table = Table.of(COLUMNS, rows, screen.width() - 2);
        screen.line("  " + table.titles(screen));
        for (int i = 0; i < rows.size(); i++) {
            screen.line("  " + table.row(screen, rows.get(i)));
            Removed removed = run.removed().get(i);
            screen.paragraph(4, Style.DIM, did(removed) + ": " + removed.why());
        }
    }

    private List<Cell> cells(Removed removed) {
        String name = Objects.requireNonNullElse(removed.name(), "");
        boolean isNamed = !name.isBlank();
        return List.of(
                new Cell(screen.safe(isNamed ? name : removed.id()), Style.BOLD),
                new Cell(isNamed ? screen.safe(removed.id()) : "-", Style.NAME),
                plain(removed.type()),
                plain(removed.region()),
                plain(Objects.requireNonNullElse(removed.owner(), "admin")),
                plain(Money.inColumn(removed.cost())));
    }

    private Cell plain(String text) {
        return new Cell(screen.safe(text), Style.PLAIN);
    }

    private static String did(Removed removed) {
        return switch (removed.action()) {
            case "terminate" -> "terminated";
            case "stop" -> "stopped";
            case "delete" -> "deleted";
            case "empty" -> "emptied";
            default -> removed.outcome();
        };
    }

    private void showNotRead(List<NotRead> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        screen.blank();
        screen.line(
                screen.paint(Style.ALARM, " NOT READ ")
                        + screen.paint(
                                Style.BAD_TITLE, " what these reports tell is missing here:"));
        for (NotRead gap : gaps) {
            screen.paragraph(
                    "  " + screen.paint(Style.BAD, screen.glyphs().bullet()) + " ",
                    4,
                    Style.PLAIN,
                    gap.key() + ": " + gap.why());
        }
    }

    private void showTotal(History history) {
        String total =
                history.removed() == 0
                        ? "Nothing was removed."
                        : "%d removed in %d runs: %s."
                                .formatted(
                                        history.removed(),
                                        history.runs().size(),
                                        Money.inSentence(history.costs()));
        screen.paragraph(2, Style.BOLD, total);
        screen.paragraph(
                2,
                Style.DIM,
                "%d reports of runs that clean were read.".formatted(history.reports()));
        if (history.olderReports() > 0) {
            screen.paragraph(
                    2,
                    Style.WARNING_TITLE,
                    "%d older reports were not read; --reports sets how many are."
                            .formatted(history.olderReports()));
        }
    }
}
