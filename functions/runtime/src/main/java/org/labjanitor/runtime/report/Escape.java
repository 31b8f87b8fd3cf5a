package org.labjanitor.runtime.report;

import org.labjanitor.runtime.text.Visibility;

/**
 * Makes text harmless on a page, between tags and inside of attributes alike. Text from outside
 * (tags, names, answers of AWS) can neither become markup nor turn the reading direction around nor
 * hide.
 */
final class Escape {
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
                if (Visibility.isVisible(codePoint)) {
                    to.appendCodePoint(codePoint);
                } else {
                    to.append(SUBSTITUTE);
                }
            }
        }
    }
}
