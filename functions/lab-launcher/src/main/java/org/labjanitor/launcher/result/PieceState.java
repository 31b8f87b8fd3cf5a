package org.labjanitor.launcher.result;

import java.util.Locale;

/** What became of a piece. */
public enum PieceState {
    /** It is not there; nothing was created. */
    PLANNED,
    /** It was there before. */
    EXISTING,
    /** It is there, and this launch created it or a part of it. */
    CREATED,
    /** It is not there, or not as a whole, and could not be created. */
    FAILED;

    /** The state's name in results. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
