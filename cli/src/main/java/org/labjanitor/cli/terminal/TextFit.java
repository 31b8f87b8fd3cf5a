package org.labjanitor.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Fits text into a number of cells: cuts it, fills it up, or wraps it between words. */
public final class TextFit {
    /** A number and its unit stay together. */
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile(" +(?!(?:%|h|min|s|bytes|kB|MB|GB|TB)(?:[ .,;:)]|$))");

    private final Glyphs glyphs;

    TextFit(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /** The text, cut with an ellipsis if it is wider than {@code cells}. */
    public String cut(String text, int cells) {
        if (CellWidth.of(text) <= cells) {
            return text;
        }
        int room = cells - CellWidth.of(glyphs.ellipsis());
        return room <= 0
                ? CellWidth.beginning(text, cells)
                : CellWidth.beginning(text, room).stripTrailing() + glyphs.ellipsis();
    }

    /** The text with spaces after it up to {@code cells}, cut if it is wider. */
    public String left(String text, int cells) {
        String fitting = cut(text, cells);
        return fitting + gap(fitting, cells);
    }

    /** The text with spaces before it up to {@code cells}, cut if it is wider. */
    public String right(String text, int cells) {
        String fitting = cut(text, cells);
        return gap(fitting, cells) + fitting;
    }

    /** The text in lines of at most {@code cells}; a word longer than a line is broken. */
    public List<String> wrap(String text, int cells) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BETWEEN_WORDS.splitAsStream(text.strip()).toList()) {
            String rest = word;
            if (!line.isEmpty() && CellWidth.of(line.toString()) + 1 + CellWidth.of(rest) > cells) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (line.isEmpty() && CellWidth.of(rest) > cells) {
                String part = CellWidth.beginning(rest, cells);
                lines.add(part.isEmpty() ? rest : part);
                rest = part.isEmpty() ? "" : rest.substring(part.length());
            }
            line.append(line.isEmpty() || rest.isEmpty() ? "" : " ").append(rest);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String gap(String text, int cells) {
        return " ".repeat(Math.max(0, cells - CellWidth.of(text)));
    }
}
