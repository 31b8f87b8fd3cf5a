package org.labjanitor.core.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence.
 *
 * @param name what was looked at, such as {@code longest pause}
 * @param value what was seen, with its unit
 * @param source where it was seen, such as {@code CloudWatch CPUUtilization}
 * @param at the time the fact speaks of; null where it has none
 */
public record Fact(String name, String value, String source, @Nullable Instant at) {
    /**
     * Name of the fact that tells how long a resource has been quiet; its time is the beginning.
     */
    public static final String QUIET = "quiet for";

    /**
     * Name of the fact that tells how much quiet makes a resource idle; its time is when that is
     * reached if nobody uses it until then.
     */
    public static final String QUIET_NEEDED = "quiet needed";
}
