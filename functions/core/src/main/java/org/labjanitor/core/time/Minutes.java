package org.labjanitor.core.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a person reads them: to the minute, and never without their zone. */
public final class Minutes {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    private Minutes() {}

    /**
     * Such as {@code 2026-11-20 10:00 UTC}. A moment that no calendar has, which a tag may ask for,
     * is written as it is.
     */
    public static String utc(Instant moment) {
        return isInNoCalendar(moment)
                ? moment.toString()
                : FORMAT.format(moment.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** Such as {@code 2026-11-20 11:00 Europe/Berlin}. */
    public static String in(ZoneId zone, Instant moment) {
        return FORMAT.format(moment.atZone(zone)) + " " + zone.getId();
    }

    private static boolean isInNoCalendar(Instant moment) {
        return moment.isBefore(YEAR_0) || moment.isAfter(YEAR_9999);
    }
}
