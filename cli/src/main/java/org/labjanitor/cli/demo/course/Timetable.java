package org.labjanitor.cli.demo.course;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Who does what, and when the janitor comes. */
final class Timetable {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate FIRST_MONDAY = LocalDate.parse("2026-03-02");
    static final int DAYS = 14;

    private static final List<LocalTime> ROUNDS = List.of(LocalTime.of(4, 0), LocalTime.of(10, 0));

    private Timetable() {}

    static Instant begin() {
        return at(1, "08:00");
    }

    /** Moments at which the janitor's schedules come due. */
    static List<Instant> rounds() {
        List<Instant> rounds = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (LocalTime time : ROUNDS) {
                Instant round = FIRST_MONDAY.plusDays(day).atTime(time).atZone(ZONE).toInstant();
                if (round.isAfter(begin())) {
                    rounds.add(round);
                }
            }
        }
        return rounds;
    }

    /** A time of the class: the first Monday is day 1. */
    static Instant at(int day, String time) {
        return FIRST_MONDAY
                .plusDays(day - 1L)
                .atTime(LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
    }

    static List<Deed> deeds() {
        return List.of(
                Deed.seen(
                        begin(),
                        "A class begins: ben, cleo, dora and emil start a machine each, and the course has a bucket."),
                Deed.seen(
                        at(1, "17:00"),
                        "cleo stops early: her project comes at the end of the month."),
                Deed.seen(at(2, "17:00"), "emil goes off to a conference."),
                new Deed(
                        at(3, "12:00"),
                        "cleo reads her mail and sets lab:keep to 2026-03-31.",
                        lab -> lab.tag(Student.CLEO, "lab:keep", "2026-03-31")),
                Deed.seen(
                        at(3, "17:00"),
                        "ben hands in his work, forgets his machine, and reads no mail."),
                new Deed(
                        at(5, "09:30"),
                        "dora reads hers and moves lab:expires to 2026-03-27.",
                        lab -> lab.tag(Student.DORA, "lab:expires", "2026-03-27")),
                new Deed(
                        at(4, "20:00"),
                        "emil logs in from his hotel, by Session Manager, to look something up.",
                        lab -> lab.login(Student.EMIL)),
                Deed.seen(at(8, "09:00"), "dora is back from the weekend."));
    }
}
