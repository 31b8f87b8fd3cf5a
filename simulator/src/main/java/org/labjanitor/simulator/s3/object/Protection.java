package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Object Lock says about one version.
 *
 * @param mode {@code GOVERNANCE} or {@code COMPLIANCE}, null without retention
 * @param until null without retention
 * @param hold whether a legal hold is on
 */
record Protection(@Nullable String mode, @Nullable Instant until, boolean hold) {
    static final Protection NONE = new Protection(null, null, false);
    static final String GOVERNANCE = "GOVERNANCE";
    static final String COMPLIANCE = "COMPLIANCE";

    Protection withHold(boolean on) {
        return new Protection(mode, until, on);
    }

    Protection withRetention(@Nullable String newMode, @Nullable Instant newUntil) {
        return new Protection(newMode, newUntil, hold);
    }

    /** Whether retention is in force, of any mode. */
    boolean retainsAt(Instant now) {
        return until != null && until.isAfter(now);
    }

    /**
     * Whether the version must stay. A legal hold and COMPLIANCE know no exception.
     *
     * @param bypass the caller asked to bypass GOVERNANCE, and may
     */
    boolean forbidsDeleting(Instant now, boolean bypass) {
        return hold || (retainsAt(now) && (COMPLIANCE.equals(mode) || !bypass));
    }
}
