package org.labjanitor.runtime.log;

/** Text from outside, such as a tag's value, as a part of one line of plain text. */
final class PlainText {
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;

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
        if (codePoint < ' ' || (codePoint >= DELETE && codePoint <= LAST_CONTROL)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
