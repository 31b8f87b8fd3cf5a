package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The id of a version: {@code null}, or an opaque text of 32 characters. The text hides a sequence
 * number, so that ids need no storage of their own.
 *
 * @param sequence meaningless where the id is {@code null}
 */
record VersionId(boolean isNull, long sequence) {
    static final VersionId NULL = new VersionId(true, 0);
    static final int LENGTH = 32;

    private static final byte[] NULL_TEXT = {'n', 'u', 'l', 'l'};
    private static final byte[] DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = values();
    private static final int DIGITS_OF_LONG = 11;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long INVERSE = inverse(FACTOR);
    private static final long MASK = 0x5DEECE66D1CE4E5BL;

    static VersionId of(long sequence) {
        return new VersionId(false, sequence);
    }

    /** Empty where the text can be no id of any version. */
    static Optional<VersionId> parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    static Optional<VersionId> parse(byte[] text, int from, int length) {
        if (Arrays.equals(text, from, from + length, NULL_TEXT, 0, NULL_TEXT.length)) {
            return Optional.of(NULL);
        }
        if (length != LENGTH) {
            return Optional.empty();
        }
        long scrambled = 0;
        for (int i = from; i < from + DIGITS_OF_LONG; i++) {
            scrambled = (scrambled << 6) | value(text[i]);
        }
        long sequence = (scrambled ^ MASK) * INVERSE;
        byte[] expected = new byte[LENGTH];
        write(sequence, expected, 0);
        return Arrays.equals(expected, 0, LENGTH, text, from, from + length)
                ? Optional.of(of(sequence))
                : Optional.empty();
    }

    /** Writes the text of the id made of a sequence number. */
    static void write(long sequence, byte[] target, int at) {
        long first = (sequence * FACTOR) ^ MASK;
        digits(first, DIGITS_OF_LONG, target, at);
        long second = (first * FACTOR) ^ (first >>> 29);
        digits(second, DIGITS_OF_LONG, target, at + DIGITS_OF_LONG);
        digits(
                (second * FACTOR) ^ (first >>> 17),
                LENGTH - 2 * DIGITS_OF_LONG,
                target,
                at + 2 * DIGITS_OF_LONG);
    }

    private static void digits(long number, int count, byte[] target, int at) {
        long rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            target[i] = DIGITS[(int) (rest & 63)];
            rest >>>= 6;
        }
    }

    String text() {
        if (isNull) {
            return "null";
        }
        byte[] text = new byte[LENGTH];
        write(sequence, text, 0);
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static int value(byte digit) {
        return VALUES[digit & 0xFF];
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        for (int i = 0; i < DIGITS.length; i++) {
            values[DIGITS[i]] = (byte) i;
        }
        return values;
    }

    /** Newton's iteration doubles the number of right bits of an odd number's inverse. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
