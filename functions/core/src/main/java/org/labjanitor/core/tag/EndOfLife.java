package org.labjanitor.core.tag;

import java.time.Instant;

/** When a resource's time is over, by its expires and ttl tags. */
public sealed interface EndOfLife {
    /** Neither tag is there. */
    record Open() implements EndOfLife {}

    /**
     * It may go from {@code end} on.
     *
     * @param key the tag that says so
     * @param value what that tag holds
     */
    record At(Instant end, String key, String value) implements EndOfLife {
        public boolean isOver(Instant now) {
            return !now.isBefore(end);
        }
    }

    /** One of the tags cannot be read: nobody knows the end. */
    record Unreadable(UnreadableTag tag) implements EndOfLife {}
}
