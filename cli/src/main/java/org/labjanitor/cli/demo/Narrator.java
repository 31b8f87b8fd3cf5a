package org.labjanitor.cli.demo;

import java.nio.file.Path;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.result.ResultItem;

/** Tells the demo's story chapter by chapter. */
final class Narrator {
    private static final int NAMES = 16;
    private static final int COMMANDS = 36;

    private final Screen screen;
    private int chapter;

    Narrator(Screen screen) {
        this.screen = screen;
    }

    Screen screen() {
        return screen;
    }

    void chapter(String title) {
        chapter++;
        screen.blank();
        String head = chapter + ". " + title + " ";
        screen.line(
                screen.paint(Style.GOOD_TITLE, head)
                        + screen.paint(
                                Style.DIM,
                                screen.glyphs().rule().repeat(screen.width() - head.length())));
        screen.blank();
    }

    void command(String words) {
        screen.line(screen.paint(Style.DIM, "$ ") + screen.paint(Style.BOLD, words));
        screen.blank();
    }

    void say(String text) {
        screen.paragraph(0, Style.PLAIN, text);
    }

    /** A resource, and why its verdict is what it is. */
    void example(ResultItem item) {
        String name =
                item.resource().name() == null ? item.resource().id() : item.resource().name();
        int cells = item.resource().name() == null ? NAMES + 4 : NAMES;
        String lead = "  " + screen.fit().left(screen.safe(name), cells) + "  ";
        screen.paragraph(
                screen.paint(Style.NAME, lead),
                cells + 4,
                Style.PLAIN,
                item.verdict().explanation().sentence());
    }

    /** A file that a person may open; on a line of its own, however long its name is. */
    void file(Path file) {
        screen.line("  " + screen.paint(Style.NAME, file.toString()));
    }

    /** A command that a person may try. */
    void next(String command, String purpose) {
        screen.line(
                "  "
                        + screen.paint(Style.BOLD, screen.fit().left(command, COMMANDS))
                        + "  "
                        + screen.paint(Style.DIM, purpose));
    }
}
