package org.labjanitor.runtime.settings;

import java.util.Locale;

/** How far a run goes. */
public enum Mode {
    /** Reads only. */
    REPORT,
    /** Also writes the ledger and sends notices. */
    WARN,
    /** Also removes. */
    CLEAN;

    /** The mode's name in requests and results. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
