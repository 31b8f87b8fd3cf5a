package org.labjanitor.cli.terminal;

/**
 * The signs a page is drawn with.
 *
 * @param dot separates the parts of a line
 * @param rule one cell of a horizontal line
 * @param bullet begins an entry of a list
 * @param arrow points to what to do next
 * @param ellipsis stands for text that was cut
 * @param substitute stands for a character that must not, or cannot, be shown
 * @param bars a bar of each of eight heights, the lowest first
 */
public record Glyphs(
        String dot,
        String rule,
        String bullet,
        String arrow,
        String ellipsis,
        String substitute,
        String bars) {
    public static Glyphs unicode() {
        return new Glyphs("·", "─", "•", "→", "…", "\uFFFD", "▁▂▃▄▅▆▇█");
    }

    public static Glyphs ascii() {
        return new Glyphs("|", "-", "*", ">", "...", "?", "_.-~=+*#");
    }
}
