package org.labjanitor.cli.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;

/** Resources one by one: a row of what each is, and beneath it in a sentence why. */
final class ItemList {
    private static final int MARGIN = 2;
    private static final int INDENT = 6;

    /** Below this width, zone and owner get a line of their own. */
    private static final int NARROW = 100;

    private static final Column NAME = Column.left("NAME", 8, 28);
    private static final Column ID = Column.left("ID", 19, 24);
    private static final Column TYPE = Column.left("TYPE", 8, 14);
    private static final Column ZONE = Column.left("ZONE", 10, 16);
    private static final Column OWNER = Column.left("OWNER", 5, 24);
    private static final Column PRICE = Column.right("A MONTH", 9, 12);

    private final Screen screen;
    private final boolean evidence;

    ItemList(Screen screen, boolean evidence) {
        this.screen = screen;
        this.evidence = evidence;
    }

    /**
     * Shows the items.
     *
     * @param saidBefore a detail that stands above the list already and is not repeated
     */
    void show(List<ResultItem> items, String saidBefore) {
        show(items, item -> showReasons(item, saidBefore));
    }

    /** Shows what the items are, without saying why. */
    void showRows(List<ResultItem> items) {
        show(items, _ -> {});
    }

    private void show(List<ResultItem> items, Consumer<ResultItem> reasons) {
        boolean narrow = screen.width() < NARROW;
        List<List<Cell>> rows = items.stream().map(item -> cells(item, narrow)).toList();
        Table table = Table.of(columns(narrow), rows, screen.width() - MARGIN);
        screen.line(" ".repeat(MARGIN) + table.titles(screen));
        for (int i = 0; i < rows.size(); i++) {
            screen.line(" ".repeat(MARGIN) + table.row(screen, rows.get(i)));
            if (narrow) {
                showPlace(items.get(i).resource());
            }
            reasons.accept(items.get(i));
        }
    }

    private static List<Column> columns(boolean narrow) {
        return narrow
                ? List.of(NAME, ID, TYPE, PRICE)
                : List.of(NAME, ID, TYPE, ZONE, OWNER, PRICE);
    }

    private List<Cell> cells(ResultItem item, boolean narrow) {
        Resource resource = item.resource();
        String name = Objects.requireNonNullElse(resource.name(), "");
        Cell nameCell = new Cell(name.isBlank() ? "-" : screen.safe(name), Style.BOLD);
        Cell id = new Cell(screen.safe(resource.id()), Style.NAME);
        Cell type = new Cell(screen.safe(resource.type()), Style.PLAIN);
        Cell price = new Cell(Money.inColumn(item.cost()), Style.PLAIN);
        return narrow
                ? List.of(nameCell, id, type, price)
                : List.of(
                        nameCell,
                        id,
                        type,
                        new Cell(screen.safe(zone(resource)), Style.PLAIN),
                        new Cell(owner(resource), Style.PLAIN),
                        price);
    }

    private void showPlace(Resource resource) {
        screen.paragraph(
                INDENT,
                Style.DIM,
                zone(resource) + " " + screen.glyphs().dot() + " " + owner(resource));
    }

    private static String zone(Resource resource) {
        return Objects.requireNonNullElse(resource.zone(), resource.region());
    }

    private String owner(Resource resource) {
        return resource.owner() == null || resource.owner().isBlank()
                ? "no owner"
                : screen.safe(resource.owner());
    }

    private void showReasons(ResultItem item, String saidBefore) {
        screen.paragraph(INDENT, Style.PLAIN, item.verdict().explanation().sentence());
        if (!item.outcomeDetail().isEmpty() && !item.outcomeDetail().equals(saidBefore)) {
            Style style = item.failed() ? Style.BAD : Style.WARNING;
            screen.paragraph(INDENT, style, item.outcomeDetail());
        }
        for (Leftover leftover : item.leftovers()) {
            screen.paragraph(
                    INDENT,
                    Style.WARNING,
                    "Leaves behind: %s %s, %s."
                            .formatted(
                                    LeftoverWords.kind(leftover),
                                    leftover.id(),
                                    Money.inSentence(leftover.cost())));
        }
        if (evidence) {
            item.verdict().explanation().facts().forEach(this::showFact);
        }
    }

    private void showFact(Fact fact) {
        String at = fact.at() == null ? "" : ", " + Heading.time(fact.at());
        String lead = " ".repeat(INDENT) + screen.glyphs().bullet() + " ";
        screen.paragraph(
                screen.paint(Style.DIM, lead),
                INDENT + 2,
                Style.DIM,
                "%s: %s (%s%s)".formatted(fact.name(), fact.value(), fact.source(), at));
    }
}
