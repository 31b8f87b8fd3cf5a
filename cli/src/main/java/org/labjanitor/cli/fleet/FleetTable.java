package org.labjanitor.cli.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.report.Money;
import org.labjanitor.cli.report.OwnerWords;
import org.labjanitor.cli.terminal.CellWidth;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.CpuHistory;
import org.labjanitor.runtime.result.InstanceSight;
import org.labjanitor.runtime.result.LastLogin;
import org.labjanitor.runtime.result.ResultItem;

/**
 * Instances as rows. Columns have a weight: where the screen is too narrow for all, the lightest
 * give way, and a column of which nothing is known is not drawn at all.
 */
final class FleetTable {
    private static final int MARGIN = 2;
    private static final int GAP = 2;
    private static final int DAY = 24;
    private static final String NONE = "-";

    private final Screen screen;
    private final Instant now;
    private final CpuBars bars;
    private final boolean numbered;

    /**
     * A table.
     *
     * @param numbered whether each row begins with its number, by which it can be chosen
     */
    FleetTable(Screen screen, Instant now, boolean numbered) {
        this.screen = screen;
        this.now = now;
        this.bars = new CpuBars(screen.glyphs());
        this.numbered = numbered;
    }

    void show(List<ResultItem> items) {
        List<Field> fields = fitting(drawn(items));
        List<List<Cell>> rows = rows(items, fields);
        int room = screen.width() - MARGIN;
        Table table = Table.of(fields.stream().map(Field::column).toList(), rows, room);
        String margin = " ".repeat(MARGIN);
        screen.line(margin + table.titles(screen));
        rows.forEach(row -> screen.line(margin + table.row(screen, row)));
    }

    /**
     * A column and what stands in it.
     *
     * @param weight the higher, the longer it stays
     * @param narrower what takes its place before it goes; null: nothing does
     */
    private record Field(
            Column column, int weight, Function<ResultItem, Cell> cell, @Nullable Field narrower) {
        Field(Column column, int weight, Function<ResultItem, Cell> cell) {
            this(column, weight, cell, null);
        }

        Field with(Column other) {
            return new Field(other, weight, cell, narrower);
        }
    }

    private List<List<Cell>> rows(List<ResultItem> items, List<Field> fields) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            List<Cell> row = new ArrayList<>();
            for (Field field : fields) {
                row.add(
                        field.column().title().equals("#")
                                ? new Cell(Integer.toString(index + 1), Style.DIM)
                                : field.cell().apply(items.get(index)));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<Field> drawn(List<ResultItem> items) {
        List<Field> fields = new ArrayList<>();
        if (numbered) {
            int digits = Integer.toString(items.size()).length();
            fields.add(
                    new Field(
                            Column.right("#", digits, digits), 100, _ -> new Cell("", Style.DIM)));
        }
        fields.add(new Field(Column.left("NAME", 14, 32), 99, this::name));
        fields.add(new Field(Column.left("ID", 19, 24), 98, this::id));
        fields.add(new Field(Column.left("OWNER", 14, 28), 60, this::owner));
        fields.add(new Field(Column.left("TYPE", 8, 14), 50, this::type));
        fields.add(new Field(Column.left("STATE", 7, 13), 40, this::state));
        fields.add(new Field(Column.left("REGION", 9, 14), 30, this::region));
        fields.add(new Field(Column.right("AGE", 3, 4), 80, this::age));
        fields.add(cpu());
        fields.add(new Field(Column.right("LOGIN", 5, 5), 20, this::login));
        fields.add(new Field(Column.left("VERDICT", 7, 9), 97, this::verdict));
        fields.add(new Field(Column.right("A MONTH", 7, 12), 90, this::cost));
        fields.removeIf(field -> isIdle(field, items));
        return fields.stream().map(field -> tight(field, items)).toList();
    }

    private Field cpu() {
        Field half =
                new Field(
                        Column.left("CPU 24 H", DAY / 2, DAY / 2), 70, item -> cpu(item, DAY / 2));
        return new Field(Column.left("CPU, 24 H", DAY, DAY), 55, item -> cpu(item, DAY), half);
    }

    /** What all have in common, or what nobody looked at, says nothing. */
    private boolean isIdle(Field field, List<ResultItem> items) {
        return switch (field.column().title()) {
            case "REGION" ->
                    items.stream().map(item -> item.resource().region()).distinct().count() < 2;
            case "LOGIN", "CPU, 24 H" ->
                    items.stream()
                            .map(field.cell())
                            .allMatch(cell -> cell.text().isBlank() || cell.text().equals(NONE));
            case "VERDICT" -> items.stream().allMatch(FleetTable::isNamed);
            default -> false;
        };
    }

    private static boolean isNamed(ResultItem item) {
        return item.verdict() instanceof Removable(RemovableReason reason, _)
                && reason == RemovableReason.NAMED;
    }

    /** A column needs no more room than its texts. */
    private static Field tight(Field field, List<ResultItem> items) {
        Column column = field.column();
        int widest = CellWidth.of(column.title());
        for (ResultItem item : items) {
            widest = Math.max(widest, CellWidth.of(field.cell().apply(item).text()));
        }
        return field.with(
                new Column(
                        column.title(),
                        Math.min(column.least(), widest),
                        column.most(),
                        column.right()));
    }

    private List<Field> fitting(List<Field> all) {
        List<Field> fields = new ArrayList<>(all);
        while (fields.size() > 2 && least(fields) > screen.width() - MARGIN) {
            Field lightest = fields.getFirst();
            for (Field field : fields) {
                lightest = field.weight() < lightest.weight() ? field : lightest;
            }
            int place = fields.indexOf(lightest);
            fields.remove(place);
            if (lightest.narrower() != null) {
                fields.add(place, lightest.narrower());
            }
        }
        return fields;
    }

    private static int least(List<Field> fields) {
        return fields.stream().mapToInt(field -> field.column().least()).sum()
                + GAP * (fields.size() - 1);
    }

    private Cell name(ResultItem item) {
        String name = Objects.requireNonNullElse(item.resource().name(), "");
        return new Cell(name.isBlank() ? NONE : screen.safe(name), Style.BOLD);
    }

    private Cell id(ResultItem item) {
        return new Cell(screen.safe(item.resource().id()), Style.NAME);
    }

    private Cell owner(ResultItem item) {
        return plain(OwnerWords.of(item.resource()));
    }

    private Cell type(ResultItem item) {
        return plain(item.resource().type());
    }

    private Cell state(ResultItem item) {
        InstanceSight sight = item.sight();
        return plain(sight == null ? NONE : sight.state());
    }

    private Cell region(ResultItem item) {
        return plain(item.resource().region());
    }

    private Cell age(ResultItem item) {
        Instant since = item.resource().since();
        return plain(since == null ? NONE : Age.of(since, now));
    }

    private Cell cpu(ResultItem item, int cells) {
        CpuHistory day = item.sight() == null ? null : item.sight().day();
        return new Cell(day == null ? "" : bars.of(day, cells), Style.NAME);
    }

    private Cell login(ResultItem item) {
        LastLogin login = item.sight() == null ? null : item.sight().lastLogin();
        if (login == null) {
            return plain(NONE);
        }
        return plain(login.open() ? "now" : Age.of(login.at(), now));
    }

    private Cell verdict(ResultItem item) {
        return new Cell(VerdictWord.of(item.verdict()), VerdictWord.style(item.verdict()));
    }

    private Cell cost(ResultItem item) {
        return plain(Money.inColumn(item.cost()));
    }

    private Cell plain(String text) {
        return new Cell(screen.safe(text), Style.PLAIN);
    }
}
