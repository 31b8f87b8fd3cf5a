package org.labjanitor.runtime.notice;

import org.labjanitor.runtime.text.Visibility;

/**
 * Text from outside (tags, names, answers of AWS) as it may stand in a message: on one line,
 * without anything that is not plainly visible, and no longer than asked.
 */
final class HarmlessText {
    private static final int LAST_ASCII = 0x7E;
    private static final char SUBSTITUTE = '?';

    private HarmlessText() {}

    /**
     * The text on one line; runs of spaces become one.
     *
     * @param most characters, of which the last says where something was cut off
     */
    static String line(String text, int most) {
        return cut(visible(text).replaceAll(" +", " ").strip(), most, "…");
    }

    /** The text in ASCII, which is all that a subject can hold everywhere. */
    static String ascii(String text, int most) {
        StringBuilder ascii = new StringBuilder();
        line(text, Integer.MAX_VALUE)
                .codePoints()
                .forEach(point -> ascii.append(point <= LAST_ASCII ? (char) point : SUBSTITUTE));
        return cut(ascii.toString(), most, "...");
    }

    /** The text with nothing hidden in it; spaces and length stay. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> visible.appendCodePoint(visible(point)));
        return visible.toString();
    }

    private static int visible(int point) {
        if (Character.getType(point) == Character.SPACE_SEPARATOR) {
            return ' ';
        }
        if (Character.getType(point) == Character.CONTROL && Character.isWhitespace(point)) {
            return ' ';
        }
        return Visibility.isVisible(point) ? point : SUBSTITUTE;
    }

    private static String cut(String text, int most, String end) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - end.length())) + end;
    }
}
