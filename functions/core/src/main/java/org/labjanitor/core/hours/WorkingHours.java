package org.labjanitor.core.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The window in which removals may happen, as people write it: {@code Mon-Fri 08:00-18:00
 * Europe/Berlin}. Days, then hours, then an IANA time zone. The window opens and closes on the same
 * day; a day may end at {@code 24:00}.
 *
 * @param days the days on which the window opens
 * @param from when it opens, local time
 * @param to when it closes, local time; midnight means the day's end
 */
public record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    /** What a text may look like, for messages about one that does not. */
    public static final String ALLOWED =
            "days, hours and an IANA time zone, such as Mon-Fri 08:00-18:00 Europe/Berlin";

    /** An end of 00:00 is none: a day ends at 24:00. */
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?<days>\\S+) (?<from>\\d\\d:\\d\\d)-(?!00:00)(?<to>\\d\\d:\\d\\d) (?<zone>\\S+)");

    /** A week has an opening, and a change of the clock can take no more than one away. */
    private static final long LONGEST_WAIT_DAYS = 15;

    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    public WorkingHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !(lastsUntilTheDaysEnd(to) || from.isBefore(to))) {
            throw new IllegalArgumentException(
                    "a window needs a day, and to begin before it ends: %s %s-%s"
                            .formatted(days, from, to));
        }
    }

    /** The window that the text describes; empty where it describes none. */
    public static Optional<WorkingHours> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = days(matcher.group("days").toLowerCase(Locale.ROOT));
        String zone = matcher.group("zone");
        if (days.isEmpty() || !ZoneId.getAvailableZoneIds().contains(zone)) {
            return Optional.empty();
        }
        return window(days, matcher.group("from"), matcher.group("to"), ZoneId.of(zone));
    }

    private static Optional<WorkingHours> window(
            Set<DayOfWeek> days, String beginning, String end, ZoneId zone) {
        try {
            LocalTime from = LocalTime.parse(beginning);
            LocalTime to = end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end);
            return lastsUntilTheDaysEnd(to) || from.isBefore(to)
                    ? Optional.of(new WorkingHours(days, from, to, zone))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean lastsUntilTheDaysEnd(LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT);
    }

    /** Whether something may be removed at {@code now}. */
    public boolean isOpen(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        return days.contains(local.getDayOfWeek())
                && !time.isBefore(from)
                && (lastsUntilTheDaysEnd(to) || time.isBefore(to));
    }

    /**
     * The first moment from {@code now} on that is within the window; {@code now} itself where it
     * is open. A change of the clock may jump over the beginning, which the window then opens at
     * the end of, or over the whole window of a day, or may bring a window back that was over.
     */
    public Instant nextOpening(Instant now) {
        if (isOpen(now)) {
            return now;
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(LONGEST_WAIT_DAYS))
                .flatMap(this::possibleOpenings)
                .filter(opening -> opening.isAfter(now) && isOpen(opening))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The moments of a day at which a closed window may turn open, in order: its beginning by the
     * clock, which comes twice where the clock is set back over it, and the change of the clock.
     */
    private Stream<Instant> possibleOpenings(LocalDate date) {
        LocalDateTime beginning = date.atTime(from);
        Stream<Instant> byTheClock =
                zone.getRules().getValidOffsets(beginning).stream().map(beginning::toInstant);
        Instant start = date.atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(start.minusNanos(1));
        boolean changes =
                change != null
                        && change.getInstant()
                                .isBefore(date.plusDays(1).atStartOfDay(zone).toInstant());
        return changes
                ? Stream.concat(byTheClock, Stream.of(change.getInstant())).sorted()
                : byTheClock;
    }

    /** Single days and ranges, separated by commas; nothing where one cannot be read. */
    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int first = DAYS.indexOf(ends[0]);
            int last = DAYS.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                return Set.of();
            }
            for (int day = first; day != last; day = (day + 1) % DAYS.size()) {
                days.add(DayOfWeek.of(day + 1));
            }
            days.add(DayOfWeek.of(last + 1));
        }
        return days;
    }

    /** The window in the words that {@link #parse} reads. */
    @Override
    public String toString() {
        String names =
                days.stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ROOT))
                        .collect(Collectors.joining(","));
        String end = to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString();
        return names + " " + from + "-" + end + " " + zone;
    }
}
