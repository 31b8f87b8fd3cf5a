package org.labjanitor.cli.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/** When a machine of the demo is used. */
@FunctionalInterface
interface Work {
    Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    boolean isGoingOn(Instant at);

    static Work never() {
        return _ -> false;
    }

    static Work always() {
        return _ -> true;
    }

    /** Every day from nine to five until somebody forgot about it. */
    static Work dailyUntil(Instant end) {
        return at -> at.isBefore(end) && isBetween(at, 9, 17);
    }

    static Work weekdayMornings() {
        return at -> WEEKDAYS.contains(utc(at).getDayOfWeek()) && isBetween(at, 8, 12);
    }

    static Work mondayMornings() {
        return at -> utc(at).getDayOfWeek() == DayOfWeek.MONDAY && isBetween(at, 8, 12);
    }

    /** Ten minutes of every third hour. */
    static Work bursts() {
        return at -> utc(at).getHour() % 3 == 0 && utc(at).getMinute() < 10;
    }

    private static boolean isBetween(Instant at, int fromHour, int toHour) {
        int hour = utc(at).getHour();
        return hour >= fromHour && hour < toHour;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
