package org.labjanitor.cli.report;

import java.util.List;
import java.util.Objects;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;

/** Instances: on a narrow screen, zone and owner get a line of their own. */
final class InstanceColumns implements ItemColumns {
    private static final int NARROW = 100;

    private static final Column NAME = Column.left("NAME", 8, 28);
    private static final Column ID = Column.left("ID", 19, 24);
    private static final Column TYPE = Column.left("TYPE", 8, 14);
    private static final Column ZONE = Column.left("ZONE", 10, 16);
    private static final Column OWNER = Column.left("OWNER", 5, 24);
    private static final Column PRICE = Column.right("A MONTH", 9, 12);

    private final Screen screen;
    private final boolean narrow;

    InstanceColumns(Screen screen) {
        this.screen = screen;
        this.narrow = screen.width() < NARROW;
    }

    @Override
    public List<Column> titles() {
        return narrow
                ? List.of(NAME, ID, TYPE, PRICE)
                : List.of(NAME, ID, TYPE, ZONE, OWNER, PRICE);
    }

    @Override
    public List<Cell> cells(ResultItem item) {
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

    @Override
    public String beneath(ResultItem item) {
        return narrow
                ? zone(item.resource()) + " " + screen.glyphs().dot() + " " + owner(item.resource())
                : "";
    }

    private String owner(Resource resource) {
        return screen.safe(OwnerWords.of(resource));
    }

    private static String zone(Resource resource) {
        return Objects.requireNonNullElse(resource.zone(), resource.region());
    }
}
