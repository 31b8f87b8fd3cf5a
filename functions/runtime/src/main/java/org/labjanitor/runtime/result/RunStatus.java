package org.labjanitor.runtime.result;

import java.util.Locale;

/** How far a run got. */
public enum RunStatus {
    /** Everything in scope was examined, and nothing that was to be removed was refused. */
    COMPLETE,
    /** Something was not examined, refused, or is still there. */
    PARTIAL,
    /** Nothing was examined, or the picture was too strange to act on. */
    FAILED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
