package org.labjanitor.runtime.log;

import org.labjanitor.runtime.text.Visibility;

/** Text from outside, such as a tag's value, as a part of one line of plain text. */
final class PlainText {
    private static final int DELETE = 0x7F;

    private PlainText() {}

    /** The text without anything that could end the line, steer a terminal, or hide. */
    static String of(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(codePoint -> isPlain(codePoint) ? codePoint : '?')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The text as a field's value: in quotes where it has spaces or quotes. */
    static String value(String text) {
        String plain = of(text);
        return isBare(plain)
                ? plain
                : '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether the text is of visible ASCII and spaces, as nearly every text is. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" \"=\\".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPlain(int codePoint) {
        return Visibility.isVisible(codePoint) && codePoint != Visibility.ZERO_WIDTH_JOINER;
    }
}
