package org.labjanitor.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.terminal.CellWidth;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.report.Bytes;
import org.labjanitor.runtime.result.Contents;
import org.labjanitor.runtime.result.ResultItem;

/** Buckets, a row each. On a narrow screen, what is not about time and money stands beneath it. */
public final class BucketTable {
    private static final int NARROW = 120;
    private static final int NARROW_NAME = 29;
    private static final String NOT_KNOWN = "?";

    private final Screen screen;
    private final Instant now;
    private final boolean narrow;

    /** A table of buckets as they are at {@code now}. */
    public BucketTable(Screen screen, Instant now) {
        this.screen = screen;
        this.now = now;
        this.narrow = screen.width() < NARROW;
    }

    /** Shows the rows in their order. */
    public void show(List<BucketRow> buckets) {
        List<List<Cell>> rows = buckets.stream().map(this::cells).toList();
        Table table = Table.of(titles(), rows, screen.width());
        screen.line(table.titles(screen));
        for (int i = 0; i < rows.size(); i++) {
            screen.line(table.row(screen, rows.get(i)));
            if (narrow) {
                screen.paragraph(2, Style.DIM, beneath(buckets.get(i).item()));
            }
        }
    }

    /** What a narrow row leaves out; a name that it cuts, too, since a person has to type it. */
    private String beneath(ResultItem item) {
        List<String> parts = new ArrayList<>();
        if (CellWidth.of(item.resource().id()) > NARROW_NAME) {
            parts.add(item.resource().id());
        }
        parts.add(item.resource().region());
        parts.add(OwnerWords.of(item.resource()));
        parts.add(age(item) + " old");
        if (item.contents() != null) {
            parts.add(objects(item.contents()) + " objects");
        }
        return String.join(" " + screen.glyphs().dot() + " ", parts);
    }

    private List<Column> titles() {
        List<Column> titles = new ArrayList<>();
        titles.add(Column.left("NAME", 16, narrow ? NARROW_NAME : 63));
        if (!narrow) {
            titles.add(Column.left("REGION", 9, 14));
            titles.add(Column.left("OWNER", 5, 24));
            titles.add(Column.right("AGE", 4, 8));
            titles.add(Column.right("OBJECTS", 7, 14));
        }
        titles.add(Column.right("ENDS", 6, 10));
        titles.add(Column.right("SIZE", 8, 12));
        titles.add(Column.right("A MONTH", 8, 12));
        titles.add(Column.left("VERDICT", 18, 24));
        return titles;
    }

    private List<Cell> cells(BucketRow row) {
        ResultItem item = row.item();
        Contents contents = item.contents();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(screen.safe(item.resource().id()), Style.BOLD));
        if (!narrow) {
            cells.add(plain(screen.safe(item.resource().region())));
            cells.add(plain(screen.safe(OwnerWords.of(item.resource()))));
            cells.add(plain(age(item)));
            cells.add(plain(objects(contents)));
        }
        cells.add(plain(row.end().map(end -> Span.from(now, end)).orElse("-")));
        cells.add(plain(contents == null ? NOT_KNOWN : Bytes.of(contents.bytes())));
        cells.add(plain(Money.inColumn(item.cost())));
        cells.add(new Cell(row.reason(), style(item.verdict())));
        return cells;
    }

    private String age(ResultItem item) {
        Instant since = item.resource().since();
        return since == null ? NOT_KNOWN : Span.of(Duration.between(since, now));
    }

    private static String objects(@Nullable Contents contents) {
        return contents == null ? NOT_KNOWN : String.format(Locale.ROOT, "%,d", contents.objects());
    }

    private static Style style(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Removable _ -> Style.WARNING;
            case Verdict.Unknown _ -> Style.BAD;
            case Verdict.Keep _ -> Style.GOOD;
        };
    }

    private static Cell plain(String text) {
        return new Cell(text, Style.PLAIN);
    }
}
