package org.labjanitor.runtime.report;

import java.util.Locale;

/** Numbers for a person, the same wherever the program runs. */
final class Numbers {
    private Numbers() {}

    /** Such as {@code 12,000}. */
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 1 bucket} or {@code 12,000 buckets}. */
    static String of(long number, String noun) {
        return whole(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Percent without its sign: {@code 4.2} or {@code 87}. */
    static String percent(double percent) {
        return String.format(Locale.ROOT, percent < 10 ? "%.1f" : "%.0f", percent);
    }
}
