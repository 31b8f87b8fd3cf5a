package org.labjanitor.runtime.report;

/**
 * Makes text harmless on a page, between tags and inside of attributes alike. Text from outside
 * (tags, names, answers of AWS) can neither become markup nor turn the reading direction around nor
 * hide.
 */
final class Escape {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int LAST_ASCII = 0x7E;
    private static final char SUBSTITUTE = '\uFFFD';

    private Escape() {}

    static void append(String text, StringBuilder to) {
        text.codePoints().forEach(codePoint -> append(codePoint, to));
    }

    private static void append(int codePoint, StringBuilder to) {
        switch (codePoint) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '"' -> to.append("&quot;");
            case '\'' -> to.append("&#39;");
            case '\n', '\t' -> to.append((char) codePoint);
            default -> {
                if (isVisible(codePoint)) {
                    to.appendCodePoint(codePoint);
                } else {
                    to.append(SUBSTITUTE);
                }
            }
        }
    }

    private static boolean isVisible(int codePoint) {
        if (codePoint >= ' ' && codePoint <= LAST_ASCII) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            // Emoji are joined with it; all other format characters only hide or reorder.
            case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }
}
