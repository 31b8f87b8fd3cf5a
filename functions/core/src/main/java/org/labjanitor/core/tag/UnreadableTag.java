package org.labjanitor.core.tag;

/**
 * A tag whose value says nothing that is allowed.
 *
 * @param key the tag's key
 * @param value the tag's value as it was found
 * @param allowed what the tag may hold, as half a sentence
 */
public record UnreadableTag(String key, String value, String allowed) {
    private static final int LONGEST_QUOTE = 60;

    /** A sentence that names the tag, what it holds and what it may hold. */
    public String sentence() {
        return "The tag " + key + " holds \"" + quote() + "\", but may hold " + allowed + ".";
    }

    private String quote() {
        StringBuilder quote = new StringBuilder();
        value.codePoints()
                .limit(LONGEST_QUOTE)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(quote::appendCodePoint);
        boolean cut = value.codePointCount(0, value.length()) > LONGEST_QUOTE;
        return cut ? quote + "…" : quote.toString();
    }
}
