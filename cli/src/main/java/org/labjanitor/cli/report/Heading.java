package org.labjanitor.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

/** What was run, where, when, and under which settings. */
final class Heading {
    private final Screen screen;
    private final Map<String, String> connection;

    Heading(Screen screen, Map<String, String> connection) {
        this.screen = screen;
        this.connection = connection;
    }

    void show(RunResult result) {
        String what = title(result.mode()) + " " + result.sweep();
        screen.line(
                screen.paint(Style.BOLD, what)
                        + "  "
                        + screen.paint(Style.DIM, explanation(result.mode())));
        new Entries(screen).show(entries(result));
    }

    private Map<String, String> entries(RunResult result) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("account", result.account());
        entries.putAll(connection);
        result.settings().forEach((name, value) -> entries.put(words(name), orNone(value)));
        entries.put("time", Minutes.utc(result.startedAt()));
        return entries;
    }

    private static String title(Mode mode) {
        return switch (mode) {
            case REPORT -> "Report on";
            case WARN -> "Warnings about";
            case CLEAN -> "Cleaning up";
        };
    }

    private static String explanation(Mode mode) {
        return switch (mode) {
            case REPORT -> "reads only, changes nothing";
            case WARN -> "warns owners, removes nothing";
            case CLEAN -> "removes what may go";
        };
    }

    private static String orNone(String value) {
        return value.isBlank() ? "none" : value;
    }

    /** {@code labTag} as {@code lab tag}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
