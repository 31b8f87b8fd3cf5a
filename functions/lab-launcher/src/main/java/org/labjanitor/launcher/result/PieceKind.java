package org.labjanitor.launcher.result;

import java.util.Locale;

/** What a piece is made of. */
public enum PieceKind {
    INSTANCES,
    BUCKET,
    FILES;

    /** The kind's name in results. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
