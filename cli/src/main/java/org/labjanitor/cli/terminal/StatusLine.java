package org.labjanitor.cli.terminal;

import java.io.PrintWriter;

/** One line that is written over again and again, and wiped out at the end. */
public final class StatusLine implements AutoCloseable {
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter terminal;
    private final Screen screen;
    private String shown = "";

    public StatusLine(PrintWriter terminal, Screen screen) {
        this.terminal = terminal;
        this.screen = screen;
    }

    /** Shows the text, cut where it would reach the edge and wrap. */
    public void show(String text) {
        String line = screen.fit().cut(screen.safe(text), screen.width() - 1);
        if (!line.equals(shown)) {
            shown = line;
            terminal.print(BACK_AND_CLEAR + line);
            terminal.flush();
        }
    }

    @Override
    public void close() {
        if (!shown.isEmpty()) {
            shown = "";
            terminal.print(BACK_AND_CLEAR);
            terminal.flush();
        }
    }
}
