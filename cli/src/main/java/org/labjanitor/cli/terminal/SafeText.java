package org.labjanitor.cli.terminal;

import org.labjanitor.runtime.text.Visibility;

/**
 * Makes text from outside (tags, names, answers of AWS) safe to show: whatever could steer the
 * terminal, turn the reading direction around or hide is replaced, and so is what the terminal's
 * encoding does not have.
 */
public final class SafeText {
    private static final int LAST_ASCII = 0x7E;

    private final boolean unicode;
    private final Glyphs glyphs;

    SafeText(boolean unicode, Glyphs glyphs) {
        this.unicode = unicode;
        this.glyphs = glyphs;
    }

    /** The text on one line, without anything that is not plainly visible. */
    public String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(codePoint, safe));
        return safe.toString();
    }

    private void append(int codePoint, StringBuilder safe) {
        if (codePoint >= ' ' && codePoint <= LAST_ASCII) {
            safe.append((char) codePoint);
        } else if (isWhite(codePoint)) {
            safe.append(' ');
        } else if (!Visibility.isVisible(codePoint)) {
            safe.append(glyphs.substitute());
        } else if (unicode) {
            safe.appendCodePoint(codePoint);
        } else {
            safe.append(inAscii(codePoint));
        }
    }

    private static boolean isWhite(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    private String inAscii(int codePoint) {
        return switch (codePoint) {
            case '…' -> "...";
            case '–', '—', '−' -> "-";
            case '‘', '’' -> "'";
            case '“', '”' -> "\"";
            case '≥' -> ">=";
            case '≤' -> "<=";
            case '×' -> "x";
            case '→' -> "->";
            case '·' -> "|";
            default -> glyphs.substitute();
        };
    }
}
