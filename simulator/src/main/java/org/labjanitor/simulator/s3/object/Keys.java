package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys as S3 orders them: by the unsigned bytes of their UTF-8. */
final class Keys {
    private Keys() {}

    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }

    /** The very next key in order. */
    static byte[] after(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    /** The first key that is after all that start with the prefix, which must not be empty. */
    static byte[] afterPrefix(byte[] prefix) {
        byte[] next = prefix.clone();
        // No byte of UTF-8 is 0xFF.
        next[next.length - 1]++;
        return next;
    }

    static byte[] max(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) >= 0 ? one : other;
    }

    static boolean startsWith(byte[] bytes, int from, int length, byte[] prefix) {
        return length >= prefix.length
                && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** Where the sought bytes first are, at or after {@code from}, or -1. */
    static int indexOf(byte[] bytes, int from, int end, byte[] sought) {
        for (int at = from; at + sought.length <= end; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }
}
