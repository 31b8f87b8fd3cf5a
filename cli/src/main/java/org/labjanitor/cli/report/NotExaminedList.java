package org.labjanitor.cli.report;

import java.util.List;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.result.NotExamined;

/** What a run could not look at, so that nobody takes it for clean. */
public final class NotExaminedList {
    private final Screen screen;

    public NotExaminedList(Screen screen) {
        this.screen = screen;
    }

    /** Shows it; nothing where everything was looked at. */
    public void show(List<NotExamined> notExamined) {
        if (notExamined.isEmpty()) {
            return;
        }
        screen.blank();
        screen.line(
                screen.paint(Style.ALARM, " NOT EXAMINED ")
                        + screen.paint(Style.BAD_TITLE, " nothing is known about the following:"));
        for (NotExamined item : notExamined) {
            screen.paragraph(
                    "  " + screen.paint(Style.BAD, screen.glyphs().bullet()) + " ",
                    4,
                    Style.PLAIN,
                    item.what() + ": " + item.why());
        }
    }
}
