package org.labjanitor.core.instance;

import java.util.Locale;

/** An instance's state as EC2 names it; {@code UNKNOWN} for a name that EC2 did not have before. */
public enum InstanceState {
    PENDING,
    RUNNING,
    SHUTTING_DOWN,
    TERMINATED,
    STOPPING,
    STOPPED,
    UNKNOWN;

    /** Such as {@code shutting-down}. */
    public String awsName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the instance is gone, or on its way: its billing has ended. */
    public boolean isGone() {
        return this == SHUTTING_DOWN || this == TERMINATED;
    }
}
