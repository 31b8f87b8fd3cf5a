package org.labjanitor.simulator.s3.object;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Part of an object's bytes (RFC 9110, section 14).
 *
 * @param first counted from 0
 * @param last included
 */
record ByteRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d*)-(\\d*)");
    private static final int MOST_DIGITS = 15;

    /**
     * The range that a header asks for. One that is not understood is ignored, as S3 does.
     *
     * @throws AwsError InvalidRange where it has nothing of the object
     */
    static Optional<ByteRange> parse(String header, int size) {
        Matcher match = FORM.matcher(header);
        if (!match.matches() || match.group().length() == "bytes=-".length()) {
            return Optional.empty();
        }
        String from = match.group(1);
        String to = match.group(2);
        if (from.length() > MOST_DIGITS || to.length() > MOST_DIGITS) {
            throw unsatisfiable();
        }
        long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? size - 1L : Long.parseLong(to);
        if (!to.isEmpty() && !from.isEmpty() && last < first) {
            return Optional.empty();
        }
        if (first >= size) {
            throw unsatisfiable();
        }
        return Optional.of(new ByteRange((int) first, (int) Math.min(last, size - 1L)));
    }

    private static AwsError unsatisfiable() {
        return new AwsError("InvalidRange", "The requested range is not satisfiable", 416);
    }

    int length() {
        return last - first + 1;
    }

    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }
}
