package org.labjanitor.runtime.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Reasoning;

/**
 * What was seen of an instance besides what its verdict rests on.
 *
 * @param state as EC2 names it, such as {@code running}
 * @param lab value of the lab tag; null where it has none
 * @param lastStart when it was started last; null where EC2 did not say
 * @param day its CPU in the last 24 hours, hour by hour; null where nobody looked
 * @param lastLogin null where none is known, or nobody looked
 * @param reasoning every rule's outcome; empty where nobody asked for it
 */
public record InstanceSight(
        String state,
        @Nullable String lab,
        @Nullable Instant lastStart,
        @Nullable CpuHistory day,
        @Nullable LastLogin lastLogin,
        Reasoning reasoning) {}
