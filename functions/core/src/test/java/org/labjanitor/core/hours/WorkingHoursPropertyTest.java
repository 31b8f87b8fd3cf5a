package org.labjanitor.core.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against a walk through time minute by minute, mostly near changes of the clock. */
final class WorkingHoursPropertyTest {
    private static final ZoneId[] ZONES = {
        ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"),
    };
    private static final int QUARTERS = 96;
    private static final Duration LONGEST_WAIT = Duration.ofDays(15);

    @Property(tries = 1_000)
    void isOpenExactlyWhenTheWallClockSaysSo(@ForAll long seed) {
        Random random = new Random(seed);
        WorkingHours hours = hours(random);
        Instant now = moment(random, hours.zone());
        LocalDateTime wall = now.atZone(hours.zone()).toLocalDateTime();
        int minute = wall.getHour() * 60 + wall.getMinute();
        int last =
                hours.to().equals(LocalTime.MIDNIGHT)
                        ? 24 * 60
                        : hours.to().getHour() * 60 + hours.to().getMinute();

        assertThat(hours.isOpen(now))
                .isEqualTo(
                        hours.days().contains(wall.getDayOfWeek())
                                && minute >= hours.from().getHour() * 60 + hours.from().getMinute()
                                && minute < last);
    }

    @Property(tries = 1_000)
    void opensNextAtTheEarliestOpenMoment(@ForAll long seed) {
        Random random = new Random(seed);
        WorkingHours hours = hours(random);
        Instant now = moment(random, hours.zone());

        assertThat(hours.nextOpening(now)).isEqualTo(walkToOpening(hours, now));
    }

    @Property(tries = 300)
    void readsWhatItsPartsSay(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 6) int first,
            @ForAll @IntRange(min = 0, max = 6) int last) {
        WorkingHours hours = hours(new Random(seed));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek day = DayOfWeek.of(first + 1);
        days.add(day);
        while (day != DayOfWeek.of(last + 1)) {
            day = day.plus(1);
            days.add(day);
        }
        String text =
                "%s-%s %s"
                        .formatted(
                                name(DayOfWeek.of(first + 1)),
                                name(DayOfWeek.of(last + 1)),
                                timesAndZone(hours));

        assertThat(WorkingHours.parse(text))
                .contains(new WorkingHours(days, hours.from(), hours.to(), hours.zone()));
        assertThat(WorkingHours.parse(dayList(hours) + " " + timesAndZone(hours))).contains(hours);
    }

    @Property(tries = 1_000)
    void readsNoTextWithAnExceptionAndNeverClosesForGood(@ForAll String text) {
        assertThat(
                        WorkingHours.parse(text)
                                .map(hours ->
                                        hours.nextOpening(Instant.parse("2026-03-29T00:30:00Z"))))
                .isEmpty();
    }

    @Example
    void theWalkItselfFindsTheEasyOpening() {
        WorkingHours hours = WorkingHours.parse("Mon 08:00-09:00 Europe/Berlin").orElseThrow();
        assertThat(walkToOpening(hours, Instant.parse("2026-11-20T10:07:13Z")))
                .isEqualTo(Instant.parse("2026-11-23T07:00:00Z"));
    }

    /** Every opening is on a full minute, or {@code now} itself. */
    private static Instant walkToOpening(WorkingHours hours, Instant now) {
        if (hours.isOpen(now)) {
            return now;
        }
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Instant end = now.plus(LONGEST_WAIT);
        while (minute.isBefore(end)) {
            minute = minute.plusSeconds(60);
            if (hours.isOpen(minute)) {
                return minute;
            }
        }
        throw new AssertionError("never opens: " + hours);
    }

    private static WorkingHours hours(Random random) {
        int from = nearNight(random, QUARTERS);
        int to = from + 1 + random.nextInt(QUARTERS - from);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (random.nextBoolean()) {
            days.add(DayOfWeek.SUNDAY);
        }
        while (days.isEmpty() || random.nextInt(3) == 0) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return new WorkingHours(
                days, quarter(from), quarter(to % QUARTERS), ZONES[random.nextInt(ZONES.length)]);
    }

    private static int nearNight(Random random, int bound) {
        return random.nextBoolean() ? random.nextInt(20) : random.nextInt(bound);
    }

    private static LocalTime quarter(int quarter) {
        return LocalTime.of(quarter / 4, quarter % 4 * 15);
    }

    private static Instant moment(Random random, ZoneId zone) {
        Instant any =
                ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, zone)
                        .toInstant()
                        .plusSeconds(random.nextInt(2 * 365 * 24 * 3600));
        if (random.nextInt(4) == 0) {
            return any;
        }
        Instant change = zone.getRules().nextTransition(any).getInstant();
        return change.plusSeconds(random.nextInt(12 * 3600) - 9L * 3600);
    }

    private static String dayList(WorkingHours hours) {
        return hours.days().stream()
                .map(WorkingHoursPropertyTest::name)
                .collect(Collectors.joining(","));
    }

    private static String timesAndZone(WorkingHours hours) {
        String to = hours.to().equals(LocalTime.MIDNIGHT) ? "24:00" : hours.to().toString();
        return "%s-%s %s".formatted(hours.from(), to, hours.zone());
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ROOT);
    }
}
