package org.labjanitor.cli.demo.course;

import java.time.LocalDate;
import java.util.Locale;

/** A member of the class, and the last day on which the machine is worked on. */
public enum Student {
    BEN(3),
    CLEO(1),
    DORA(14),
    EMIL(2);

    private final int lastDay;

    Student(int lastDay) {
        this.lastDay = lastDay;
    }

    String address() {
        return lowerCase() + "@uni.example";
    }

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The last day on which the machine is worked on. */
    LocalDate end() {
        return Timetable.FIRST_MONDAY.plusDays(lastDay - 1L);
    }
}
