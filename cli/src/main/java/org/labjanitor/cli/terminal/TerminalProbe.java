package org.labjanitor.cli.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Finds out about the terminal. Java itself cannot tell which of a process's streams are terminals,
 * nor how wide they are; the launcher script can, and says so in the system properties {@code
 * janitor.terminals} (such as {@code in,out,err}) and {@code janitor.columns}. Unless told so, no
 * stream counts as a terminal.
 */
public final class TerminalProbe {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 160;
    private static final int FALLBACK = 100;

    private final Map<String, String> environment;
    private final Properties properties;

    public TerminalProbe(Map<String, String> environment, Properties properties) {
        this.environment = Map.copyOf(environment);
        this.properties = properties;
    }

    public TerminalTraits traits() {
        List<String> terminals = terminals();
        return new TerminalTraits(
                width(),
                unicode(),
                coloured(),
                terminals.contains("out"),
                terminals.contains("err"),
                terminals.contains("in"));
    }

    private List<String> terminals() {
        String told = properties.getProperty("janitor.terminals");
        return told == null
                ? List.of()
                : Arrays.stream(told.split(",", -1)).map(String::strip).toList();
    }

    private int width() {
        OptionalInt told = number(environment.get("COLUMNS"));
        if (told.isEmpty()) {
            told = number(properties.getProperty("janitor.columns"));
        }
        return Math.clamp(told.orElse(FALLBACK), NARROWEST, WIDEST);
    }

    private static OptionalInt number(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,4}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /** The order in which POSIX lets the variables win. */
    private boolean unicode() {
        for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
            }
        }
        return false;
    }

    private boolean coloured() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
