package org.labjanitor.runtime.text;

/** Which characters a person sees as what they are, wherever text from outside is shown. */
public final class Visibility {
    /** Emoji are joined with it; all other format characters only hide or reorder. */
    public static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final int LAST_ASCII = 0x7E;

    private Visibility() {}

    /**
     * Whether the character neither steers a terminal, nor turns the reading direction, nor hides.
     */
    public static boolean isVisible(int codePoint) {
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
            case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }
}
