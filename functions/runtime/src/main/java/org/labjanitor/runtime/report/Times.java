package org.labjanitor.runtime.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and lengths of time for a person; every time is UTC. */
final class Times {
    private static final DateTimeFormatter MINUTE = formatter("d MMM uuuu, HH:mm 'UTC'");
    private static final DateTimeFormatter DAY = formatter("d MMM uuuu");
    private static final int HOURS_TOLD = 48;

    private Times() {}

    static String minute(Instant moment) {
        return MINUTE.format(moment);
    }

    static String day(Instant moment) {
        return DAY.format(moment);
    }

    /** {@code 45 min}, {@code 30 h} or {@code 12 days}; never more than has passed. */
    static String length(Duration length) {
        if (length.toHours() < 1) {
            return Math.max(0, length.toMinutes()) + " min";
        }
        return length.toHours() < HOURS_TOLD ? length.toHours() + " h" : length.toDays() + " days";
    }

    /** How long a run took: {@code 4 s} or {@code 3 min 5 s}. */
    static String took(Duration length) {
        long seconds = Math.max(1, length.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
