package org.labjanitor.cli.report;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time for a column, in the one unit that says most. */
final class Span {
    private static final int DAYS_SHOWN_IN_HOURS = 2;

    private Span() {}

    /** Such as {@code 12 min}, {@code 31 h} or {@code 9 d}, rounded down. */
    static String of(Duration length) {
        if (length.toHours() < 1) {
            return length.toMinutes() + " min";
        }
        return length.toDays() < DAYS_SHOWN_IN_HOURS
                ? length.toHours() + " h"
                : length.toDays() + " d";
    }

    /** How far a moment is from now: {@code in 9 d} or {@code 3 h ago}. */
    static String from(Instant now, Instant moment) {
        return moment.isAfter(now)
                ? "in " + of(Duration.between(now, moment))
                : of(Duration.between(moment, now)) + " ago";
    }
}
