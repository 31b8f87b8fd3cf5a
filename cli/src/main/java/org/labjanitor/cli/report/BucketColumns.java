package org.labjanitor.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.runtime.report.Bytes;
import org.labjanitor.runtime.result.Contents;
import org.labjanitor.runtime.result.ResultItem;

/**
 * Buckets: on a narrow screen, Region and owner get a line of their own; on a wide one there is
 * room for the day of creation.
 */
final class BucketColumns implements ItemColumns {
    private static final int NARROW = 100;
    private static final int WIDE = 110;
    private static final int DAY = 10;
    private static final String NOT_KNOWN = "?";

    private static final Column NAME = Column.left("NAME", 20, 63);
    private static final Column REGION = Column.left("REGION", 9, 14);
    private static final Column OWNER = Column.left("OWNER", 5, 24);
    private static final Column CREATED = Column.left("CREATED", DAY, DAY);
    private static final Column OBJECTS = Column.right("OBJECTS", 7, 14);
    private static final Column SIZE = Column.right("SIZE", 8, 12);
    private static final Column PRICE = Column.right("A MONTH", 9, 12);

    private final Screen screen;
    private final boolean narrow;
    private final boolean wide;

    BucketColumns(Screen screen) {
        this.screen = screen;
        this.narrow = screen.width() < NARROW;
        this.wide = screen.width() >= WIDE;
    }

    @Override
    public List<Column> titles() {
        return row(NAME, REGION, CREATED, OWNER, List.of(OBJECTS, SIZE, PRICE));
    }

    @Override
    public List<Cell> cells(ResultItem item) {
        Contents contents = item.contents();
        String objects =
                contents == null
                        ? NOT_KNOWN
                        : String.format(Locale.ROOT, "%,d", contents.objects());
        String size = contents == null ? NOT_KNOWN : Bytes.of(contents.bytes());
        return row(
                new Cell(screen.safe(item.resource().id()), Style.BOLD),
                plain(screen.safe(item.resource().region())),
                plain(created(item)),
                plain(owner(item)),
                List.of(plain(objects), plain(size), plain(Money.inColumn(item.cost()))));
    }

    /** As much of a row as there is room for. */
    private <T> List<T> row(T name, T region, T created, T owner, List<T> figures) {
        List<T> row = new ArrayList<>();
        row.add(name);
        if (!narrow) {
            row.add(region);
        }
        if (wide) {
            row.add(created);
        }
        if (!narrow) {
            row.add(owner);
        }
        row.addAll(figures);
        return row;
    }

    /** The day, as far as the verdict rests on it. */
    private static String created(ResultItem item) {
        return item.verdict().explanation().facts().stream()
                .filter(fact -> fact.name().equals("created") && fact.at() != null)
                .map(fact -> String.valueOf(fact.at()).substring(0, DAY))
                .findFirst()
                .orElse("-");
    }

    @Override
    public String beneath(ResultItem item) {
        return narrow
                ? item.resource().region() + " " + screen.glyphs().dot() + " " + owner(item)
                : "";
    }

    private String owner(ResultItem item) {
        return screen.safe(OwnerWords.of(item.resource()));
    }

    private static Cell plain(String text) {
        return new Cell(text, Style.PLAIN);
    }
}
