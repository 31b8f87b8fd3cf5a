package org.labjanitor.launcher.creation;

import java.time.Duration;

/** Time that is kept back, so that a launch can always tell what it did. */
public final class Reserve {
    /** With less left, nothing more is begun. */
    public static final Duration FOR_THE_REPORT = Duration.ofSeconds(20);

    static final String EXHAUSTED = "the time ran out before; launch again to go on";

    private Reserve() {}
}
