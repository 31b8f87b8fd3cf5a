package org.labjanitor.cli.report;

import java.util.Map;
import org.labjanitor.cli.terminal.CellWidth;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;

/** Labels with what belongs to each, one beneath the other. */
public final class Entries {
    private final Screen screen;

    public Entries(Screen screen) {
        this.screen = screen;
    }

    /** Shows the entries in their order; the values stand in one column. */
    public void show(Map<String, String> entries) {
        int indent = 2 + entries.keySet().stream().mapToInt(CellWidth::of).max().orElse(0) + 2;
        entries.forEach((label, value) -> {
            String lead = "  " + screen.fit().left(label, indent - 2);
            screen.paragraph(screen.paint(Style.DIM, lead), indent, Style.PLAIN, value);
        });
    }
}
