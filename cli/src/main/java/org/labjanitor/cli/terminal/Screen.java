package org.labjanitor.cli.terminal;

import java.io.PrintWriter;
import java.util.List;

/** Where a person reads: lines of styled text, drawn with what the terminal has. */
public final class Screen {
    private final PrintWriter out;
    private final int width;
    private final boolean colours;
    private final Glyphs glyphs;
    private final TextFit fit;
    private final SafeText safe;

    public Screen(PrintWriter out, int width, boolean unicode, boolean colours) {
        this.out = out;
        this.width = width;
        this.colours = colours;
        this.glyphs = unicode ? Glyphs.unicode() : Glyphs.ascii();
        this.fit = new TextFit(glyphs);
        this.safe = new SafeText(unicode, glyphs);
    }

    public int width() {
        return width;
    }

    public Glyphs glyphs() {
        return glyphs;
    }

    public TextFit fit() {
        return fit;
    }

    /** The text made safe to show; everything that comes from outside goes through here. */
    public String safe(String text) {
        return safe.of(text);
    }

    /** The text in the style's colours; nothing measures it after that. */
    public String paint(Style style, String text) {
        if (!colours || style == Style.PLAIN || text.isEmpty()) {
            return text;
        }
        return "\u001b[" + style.codes() + "m" + text + "\u001b[0m";
    }

    /** One line, exactly as given but for spaces at its end. */
    public void line(String text) {
        out.println(text.stripTrailing());
        out.flush();
    }

    public void blank() {
        line("");
    }

    /** A paragraph of plain text, wrapped to the width behind an indent. */
    public void paragraph(int indent, Style style, String text) {
        paragraph(" ".repeat(indent), indent, style, text);
    }

    /** A paragraph whose first line begins with {@code lead}, which takes {@code indent} cells. */
    public void paragraph(String lead, int indent, Style style, String text) {
        List<String> lines = fit.wrap(safe(text), Math.max(20, width - indent));
        String before = lead;
        for (String line : lines) {
            line(before + paint(style, line));
            before = " ".repeat(indent);
        }
    }

    /** A question: text without an end of line. */
    public void prompt(String text) {
        out.print(text);
        out.flush();
    }

    public void rule() {
        line(paint(Style.DIM, glyphs.rule().repeat(width())));
    }
}
