package org.labjanitor.cli.emptying;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.labjanitor.buckets.emptying.EmptyingProgress;

/** Where an emptying stands, the weightiest first: a narrow terminal cuts the end off. */
public final class EmptyingWords {
    private EmptyingWords() {}

    /** Such as {@code 120,000 of at least 150,000 keys deleted, 8,450 keys/s}. */
    public static String of(EmptyingProgress progress, double keysPerSecond) {
        List<String> parts = new ArrayList<>();
        parts.add(keys(progress) + " deleted" + share(progress));
        if (keysPerSecond >= 1) {
            parts.add(number(Math.round(keysPerSecond)) + " keys/s");
            timeLeft(parts, progress, keysPerSecond);
        }
        if (progress.refused() > 0) {
            parts.add(number(progress.refused()) + " refused");
        }
        if (progress.throttles() > 0) {
            parts.add(number(progress.throttles()) + " x SlowDown");
        }
        return String.join(", ", parts);
    }

    /** Such as {@code 120,000 of at least 150,000 keys}. */
    static String keys(EmptyingProgress progress) {
        return "%s of %s%s %s"
                .formatted(
                        number(progress.deleted()),
                        progress.listingDone() ? "" : "at least ",
                        number(progress.listed()),
                        progress.listed() == 1 ? "key" : "keys");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 0.4 s}, {@code 34 s}, {@code 3 min 20 s} or {@code 2 h 5 min}. */
    public static String time(Duration length) {
        if (length.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
        }
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return length.toSeconds() + " s";
        }
        return length.compareTo(Duration.ofHours(1)) < 0
                ? "%d min %d s".formatted(length.toMinutes(), length.toSecondsPart())
                : "%d h %d min".formatted(length.toHours(), length.toMinutesPart());
    }

    private static String share(EmptyingProgress progress) {
        return progress.listingDone() && progress.listed() > 0
                ? " (%d %%)".formatted(100 * progress.deleted() / progress.listed())
                : "";
    }

    /** Only once all is listed: until then nobody knows how much is left. */
    private static void timeLeft(List<String> parts, EmptyingProgress progress, double perSecond) {
        long left = progress.listed() - progress.deleted() - progress.refused();
        if (progress.listingDone() && left > 0) {
            long seconds = Math.max(1, Math.round(left / perSecond));
            Duration time = Duration.ofSeconds(seconds);
            parts.add((seconds < 60 ? seconds + " s" : time(time)) + " left");
        }
    }
}
