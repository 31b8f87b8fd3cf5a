package org.labjanitor.instances.evidence;

import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Reasoning;
import org.labjanitor.runtime.result.CpuHistory;
import org.labjanitor.runtime.result.LastLogin;

/**
 * What is known of an instance besides its verdict.
 *
 * @param day its CPU in the last 24 hours, hour by hour; null where nobody looked
 * @param lastLogin null where none is known
 * @param reasoning every rule's outcome; empty where nobody asked for it
 */
public record Insight(
        @Nullable CpuHistory day, @Nullable LastLogin lastLogin, Reasoning reasoning) {
    static Insight none() {
        return new Insight(null, null, Reasoning.none());
    }

    Insight with(Reasoning better) {
        return new Insight(day, lastLogin, better);
    }
}
