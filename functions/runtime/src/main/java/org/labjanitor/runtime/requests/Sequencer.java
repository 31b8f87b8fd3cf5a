package org.labjanitor.runtime.requests;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The order of events about one key: hexadecimal numbers of different lengths, to be compared as if
 * the shorter one were padded with zeros on the left (S3 user guide, "Event message structure").
 */
final class Sequencer {
    private Sequencer() {}

    /** Whether {@code one} is surely older; an event without a sequencer is not. */
    static boolean isOlder(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        int length = Math.max(one.length(), other.length());
        return padded(one, length).compareTo(padded(other, length)) < 0;
    }

    private static String padded(String sequencer, int length) {
        return "0".repeat(length - sequencer.length()) + sequencer.toUpperCase(Locale.ROOT);
    }
}
