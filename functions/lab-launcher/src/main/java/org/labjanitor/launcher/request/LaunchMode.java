package org.labjanitor.launcher.request;

import java.util.Locale;

/** How far a launch goes. */
public enum LaunchMode {
    /** Plans, checks and estimates; changes nothing. */
    REPORT,
    /** Also creates what is missing. */
    LAUNCH;

    /** The mode's name in requests and results. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
