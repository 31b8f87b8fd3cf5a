package org.labjanitor.cli.demo.course;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** When a machine of the class is worked on: weekdays from nine to five, until a last day. */
record Use(LocalDate lastDay) {
    private static final int BEGIN = 9;
    private static final int END = 17;

    boolean isGoingOn(Instant at) {
        ZonedDateTime local = at.atZone(Timetable.ZONE);
        return !local.toLocalDate().isAfter(lastDay)
                && local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && local.getHour() >= BEGIN
                && local.getHour() < END;
    }
}
