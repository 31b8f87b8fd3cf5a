package org.labjanitor.cli.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments for a person. */
public final class Times {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Times() {}

    /** Such as {@code 2026-11-20 10:00 UTC}. */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
