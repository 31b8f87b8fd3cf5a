package org.labjanitor.buckets.emptying.wire;

import java.nio.charset.StandardCharsets;

/** The encodings of URLs: the form style in which S3 lists keys, and the one of a path. */
final class UrlText {
    private static final String HEX = "0123456789ABCDEF";

    private UrlText() {}

    /**
     * Decodes a key of a listing within its array, {@code +} as a space, and returns where the
     * decoded key ends.
     *
     * @param to where the decoded key starts; not after {@code from}
     */
    static int decode(byte[] bytes, int from, int end, int to) {
        int write = to;
        int read = from;
        while (read < end) {
            byte c = bytes[read++];
            if (c == '%' && read + 1 < end) {
                c = (byte) (digit(bytes[read]) << 4 | digit(bytes[read + 1]));
                read += 2;
            } else if (c == '+') {
                c = ' ';
            }
            bytes[write++] = c;
        }
        return write;
    }

    static byte[] decode(ByteSink text) {
        byte[] bytes = text.toBytes();
        int end = decode(bytes, 0, bytes.length, 0);
        return java.util.Arrays.copyOf(bytes, end);
    }

    /** A key as the path of a URL: every byte but the unreserved ones and slashes in hex. */
    static String path(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        StringBuilder path = new StringBuilder(bytes.length + 16);
        for (byte value : bytes) {
            char c = (char) (value & 0xFF);
            if (isUnreserved(c) || c == '/') {
                path.append(c);
            } else {
                path.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return path.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static int digit(byte c) {
        return Character.digit((char) (c & 0xFF), 16);
    }
}
