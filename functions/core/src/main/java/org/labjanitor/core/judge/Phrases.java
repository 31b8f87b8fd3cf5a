package org.labjanitor.core.judge;

import java.time.Duration;
import java.util.Locale;

/** Lengths and amounts as a person reads them. */
final class Phrases {
    private static final long MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_SLOT = 5;

    private Phrases() {}

    static String length(Duration length) {
        return minutes(length.toMinutes());
    }

    /** So many 5-minute slots. */
    static String slots(double count) {
        return minutes(Math.round(count * MINUTES_PER_SLOT));
    }

    private static String minutes(long minutes) {
        long hours = minutes / MINUTES_PER_HOUR;
        long rest = minutes % MINUTES_PER_HOUR;
        if (hours == 0) {
            return rest + " min";
        }
        return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
    }

    static String percent(double value) {
        return number(value) + " %";
    }

    static String megabytes(double bytes) {
        return number(bytes / 1_000_000) + " MB";
    }

    /** At most one digit after the point, and none that is zero. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String times(double factor) {
        if (factor == 1) {
            return "that length";
        }
        return factor == 2 ? "twice that" : number(factor) + " times that";
    }
}
