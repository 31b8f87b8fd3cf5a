package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * XML being written as bytes into one buffer that grows. Text comes as UTF-8; a character that XML
 * 1.0 has no place for is written as a numeric reference, as S3 does.
 */
final class XmlBytes {
    static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] HEX = ascii("0123456789ABCDEF");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] QUOTE = ascii("&quot;");
    private static final boolean[] PLAIN = plain();
    private static final boolean[] URL_SAFE = urlSafe();

    private byte[] buffer;
    private int used;
    private long lastInstant = Long.MIN_VALUE;
    private byte[] lastInstantText = {};

    XmlBytes(int expectedSize) {
        buffer = new byte[expectedSize];
    }

    static XmlBytes document(int expectedSize) {
        return new XmlBytes(expectedSize)
                .raw(ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Characters that stand for themselves; bytes of longer characters do, but for 0xEF. */
    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        Arrays.fill(plain, 0x20, 256, true);
        plain['\t'] = true;
        plain['\n'] = true;
        for (char c : "<>&\"\u00ef".toCharArray()) {
            plain[c] = false;
        }
        return plain;
    }

    private static boolean[] urlSafe() {
        boolean[] safe = new boolean[256];
        Arrays.fill(safe, 'a', 'z' + 1, true);
        Arrays.fill(safe, 'A', 'Z' + 1, true);
        Arrays.fill(safe, '0', '9' + 1, true);
        for (char c : "-_.*/".toCharArray()) {
            safe[c] = true;
        }
        return safe;
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, used);
    }

    int length() {
        return used;
    }

    XmlBytes raw(byte[] bytes) {
        return raw(bytes, 0, bytes.length);
    }

    XmlBytes raw(byte[] bytes, int from, int length) {
        reserve(length);
        System.arraycopy(bytes, from, buffer, used, length);
        used += length;
        return this;
    }

    XmlBytes raw(String markup) {
        return raw(ascii(markup));
    }

    XmlBytes append(XmlBytes other) {
        return raw(other.buffer, 0, other.used);
    }

    XmlBytes element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    XmlBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return text(utf8, 0, utf8.length);
    }

    XmlBytes text(byte[] utf8, int from, int length) {
        int end = from + length;
        int at = from;
        while (at < end) {
            int start = at;
            while (at < end && PLAIN[utf8[at] & 0xFF]) {
                at++;
            }
            raw(utf8, start, at - start);
            if (at < end) {
                at += special(utf8, at, end);
            }
        }
        return this;
    }

    /** Writes one character that is not plain, and answers how many bytes it had. */
    private int special(byte[] utf8, int at, int end) {
        switch (utf8[at]) {
            case '<' -> raw(LESS);
            case '>' -> raw(GREATER);
            case '&' -> raw(AMPERSAND);
            case '"' -> raw(QUOTE);
            case (byte) 0xEF -> {
                return nonCharacter(utf8, at, end);
            }
            default -> reference(utf8[at]);
        }
        return 1;
    }

    /** U+FFFE and U+FFFF are EF BF BE and EF BF BF; XML 1.0 has neither. */
    private int nonCharacter(byte[] utf8, int at, int end) {
        boolean forbidden =
                at + 2 < end && utf8[at + 1] == (byte) 0xBF && (utf8[at + 2] & 0xFF) >= 0xBE;
        if (!forbidden) {
            raw(utf8, at, 1);
            return 1;
        }
        reference(0xFFFE + (utf8[at + 2] & 1));
        return 3;
    }

    private void reference(int codePoint) {
        raw(ascii("&#x%X;".formatted(codePoint)));
    }

    /**
     * Writes a key as {@code encoding-type=url} wants it: a space becomes a plus, a slash stays.
     */
    XmlBytes urlEncoded(byte[] utf8, int from, int length) {
        reserve(3 * length);
        for (int i = from; i < from + length; i++) {
            int b = utf8[i] & 0xFF;
            if (URL_SAFE[b]) {
                buffer[used++] = (byte) b;
            } else if (b == ' ') {
                buffer[used++] = '+';
            } else {
                buffer[used++] = '%';
                buffer[used++] = HEX[b >> 4];
                buffer[used++] = HEX[b & 15];
            }
        }
        return this;
    }

    XmlBytes number(long number) {
        if (number < 0) {
            return raw(Long.toString(number));
        }
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        reserve(digits);
        used += digits;
        long rest = number;
        for (int at = used - 1; digits > 0; digits--) {
            buffer[at--] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    XmlBytes versionId(long sequence) {
        reserve(VersionId.LENGTH);
        VersionId.write(sequence, buffer, used);
        used += VersionId.LENGTH;
        return this;
    }

    XmlBytes instant(long milliseconds) {
        if (milliseconds != lastInstant) {
            lastInstantText = ascii(time(Instant.ofEpochMilli(milliseconds)));
            lastInstant = milliseconds;
        }
        return raw(lastInstantText);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private void reserve(int length) {
        if (used + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, used + length));
        }
    }
}
