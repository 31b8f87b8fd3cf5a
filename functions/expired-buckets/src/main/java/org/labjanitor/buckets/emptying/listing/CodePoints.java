package org.labjanitor.buckets.emptying.listing;

import java.nio.charset.StandardCharsets;

/** Keys as characters: their order is the one of their UTF-8, in which S3 lists. */
final class CodePoints {
    private static final int UNREADABLE = 0xFFFD;

    private CodePoints() {}

    static int[] of(byte[] key) {
        return new String(key, StandardCharsets.UTF_8).codePoints().toArray();
    }

    static byte[] bytes(int[] key) {
        return new String(key, 0, key.length).getBytes(StandardCharsets.UTF_8);
    }

    /** Length of what both begin with. */
    static int common(int[] one, int[] other) {
        int most = Math.min(one.length, other.length);
        int length = 0;
        while (length < most && one[length] == other[length]) {
            length++;
        }
        return length;
    }

    /** What both begin with, as far as it is surely what the keys have. */
    static String beginning(int[] one, int[] other) {
        int common = common(one, other);
        int length = 0;
        while (length < common && one[length] != UNREADABLE) {
            length++;
        }
        return new String(one, 0, length);
    }
}
