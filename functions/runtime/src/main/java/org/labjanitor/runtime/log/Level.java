package org.labjanitor.runtime.log;

import java.util.Locale;

/** How much a line matters, by the names that Lambda's filter knows. */
public enum Level {
    DEBUG,
    INFO,
    WARN;

    /**
     * The lowest level to be written where Lambda is set to {@code level}, from {@code TRACE} to
     * {@code FATAL}; every line where it is set to nothing.
     */
    public static Level threshold(String level) {
        return switch (level.toUpperCase(Locale.ROOT)) {
            case "INFO" -> INFO;
            case "WARN", "ERROR", "FATAL" -> WARN;
            default -> DEBUG;
        };
    }
}
