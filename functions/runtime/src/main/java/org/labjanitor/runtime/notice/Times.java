package org.labjanitor.runtime.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a message shows them: always UTC, and always said so. */
final class Times {
    private static final DateTimeFormatter WEEKDAY = format("EEE uuuu-MM-dd HH:mm 'UTC'");
    private static final DateTimeFormatter DAY = format("uuuu-MM-dd");

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    private Times() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** With the day of the week, for moments ahead. */
    static String weekday(Instant instant) {
        return text(WEEKDAY, instant);
    }

    static String day(Instant instant) {
        return text(DAY, instant);
    }

    /** A tag may ask for a moment that no calendar has. */
    private static String text(DateTimeFormatter formatter, Instant instant) {
        return instant.isBefore(YEAR_0) || instant.isAfter(YEAR_9999)
                ? instant.toString()
                : formatter.format(instant);
    }
}
