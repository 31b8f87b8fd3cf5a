package org.labjanitor.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns that are as wide as their texts need and no wider than they may be. Where the terminal is
 * too narrow, the widest columns give way first.
 */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final int[] widths;

    /**
     * A column.
     *
     * @param least cells it keeps however narrow the terminal is
     * @param most cells it takes at most
     */
    public record Column(String title, int least, int most, boolean right) {
        public static Column left(String title, int least, int most) {
            return new Column(title, least, most, false);
        }

        public static Column right(String title, int least, int most) {
            return new Column(title, least, most, true);
        }
    }

    /** What stands in a column of one row. */
    public record Cell(String text, Style style) {}

    private Table(List<Column> columns, int[] widths) {
        this.columns = columns;
        this.widths = widths;
    }

    /** Lays the columns out for these rows within so many cells. */
    public static Table of(List<Column> columns, List<List<Cell>> rows, int room) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = wanted(columns.get(i), i, rows);
        }
        int excess = sum(widths) + GAP.length() * (widths.length - 1) - room;
        while (excess > 0 && shrinkWidest(columns, widths)) {
            excess--;
        }
        return new Table(List.copyOf(columns), widths);
    }

    public String titles(Screen screen) {
        List<Cell> titles = new ArrayList<>();
        columns.forEach(column -> titles.add(new Cell(column.title(), Style.DIM)));
        return row(screen, titles);
    }

    public String row(Screen screen, List<Cell> cells) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.get(i);
            String text =
                    columns.get(i).right()
                            ? screen.fit().right(cell.text(), widths[i])
                            : screen.fit().left(cell.text(), widths[i]);
            parts.add(screen.paint(cell.style(), text));
        }
        return String.join(GAP, parts);
    }

    private static int wanted(Column column, int index, List<List<Cell>> rows) {
        int widest = CellWidth.of(column.title());
        for (List<Cell> row : rows) {
            widest = Math.max(widest, CellWidth.of(row.get(index).text()));
        }
        return Math.clamp(widest, Math.min(column.least(), column.most()), column.most());
    }

    private static boolean shrinkWidest(List<Column> columns, int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean canShrink = widths[i] > columns.get(i).least();
            if (canShrink && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest < 0) {
            return false;
        }
        widths[widest]--;
        return true;
    }

    private static int sum(int[] widths) {
        int sum = 0;
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }
}
