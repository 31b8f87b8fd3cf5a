package org.labjanitor.core.tag;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and lengths of time as people write them into tags. Never throws. */
public final class TagTime {
    /** What a date or time may look like, as half a sentence. */
    public static final String DATE_ALLOWED =
            "a date such as 2026-12-31, or a time with its offset such as 2026-12-31T18:00+01:00";

    /** What a length of time may look like, as half a sentence. */
    public static final String LENGTH_ALLOWED =
            "a length of time such as 30m, 12h, 7d, 2w, or an ISO duration such as PT36H";

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6})([mhdw])");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT);

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;

    private TagTime() {}

    /**
     * The moment from which a date or time lies behind: a date is over when its UTC day is, a time
     * when it is reached.
     */
    public static Optional<Instant> end(String text) {
        String trimmed = text.strip();
        return endOfDay(trimmed).or(() -> time(trimmed));
    }

    /** A positive length of time. */
    public static Optional<Duration> length(String text) {
        String trimmed = text.strip();
        return plainLength(trimmed)
                .or(() -> isoLength(trimmed))
                .filter(length -> !length.isZero() && !length.isNegative());
    }

    /** A length as it could be written into a tag, in the largest unit that holds it whole. */
    public static String text(Duration length) {
        if (length.getSeconds() % SECONDS_PER_MINUTE != 0 || length.getNano() != 0) {
            return length.toString();
        }
        long minutes = length.toMinutes();
        if (minutes % MINUTES_PER_HOUR != 0) {
            return minutes + "m";
        }
        long hours = length.toHours();
        return hours % HOURS_PER_DAY == 0 ? length.toDays() + "d" : hours + "h";
    }

    /**
     * An end as it could be written into a tag, at most a minute later: a date where a UTC day ends
     * then, or else the minute.
     */
    public static String text(Instant end) {
        Instant minute = end.truncatedTo(ChronoUnit.MINUTES);
        Instant whole = minute.isBefore(end) ? minute.plus(1, ChronoUnit.MINUTES) : minute;
        OffsetDateTime time = whole.atOffset(ZoneOffset.UTC);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().minusDays(1).toString()
                : MINUTE.format(time);
    }

    /** {@code start} plus {@code length}, or the end of time where that lies beyond it. */
    public static Instant after(Instant start, Duration length) {
        try {
            return start.plus(length);
        } catch (DateTimeException | ArithmeticException beyond) {
            return Instant.MAX;
        }
    }

    private static Optional<Instant> endOfDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return Optional.of(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> plainLength(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    case "d" -> Duration.ofDays(count);
                    default -> Duration.ofDays(7 * count);
                });
    }

    private static Optional<Duration> isoLength(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException notALength) {
            return Optional.empty();
        }
    }
}
