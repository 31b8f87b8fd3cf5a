package org.labjanitor.cli.fleet;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time as a narrow column holds them. */
final class Age {
    private static final long HOURS_TO_SAY = 48;
    private static final long DAYS_PER_YEAR = 365;
    private static final long DAYS_TO_SAY = 999;

    private Age() {}

    /** Such as {@code 40m}, {@code 31h}, {@code 12d} or {@code 3y}. */
    static String of(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.isNegative()) {
            return "0m";
        }
        if (age.toHours() == 0) {
            return age.toMinutes() + "m";
        }
        if (age.toHours() < HOURS_TO_SAY) {
            return age.toHours() + "h";
        }
        return age.toDays() <= DAYS_TO_SAY
                ? age.toDays() + "d"
                : age.toDays() / DAYS_PER_YEAR + "y";
    }
}
