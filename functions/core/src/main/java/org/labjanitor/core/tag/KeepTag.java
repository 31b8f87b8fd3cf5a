package org.labjanitor.core.tag;

import java.time.Instant;

/** What a resource's keep tag asks for. */
public sealed interface KeepTag {
    /** No keep tag, or {@code false}. */
    record None() implements KeepTag {}

    /** {@code true}: it stays until somebody changes the tag. */
    record Always() implements KeepTag {}

    /** It stays before {@code end}; from then on the tag has no effect. */
    record Until(Instant end) implements KeepTag {}

    /** The tag cannot be read: the resource stays, and the report says so. */
    record Unreadable(UnreadableTag tag) implements KeepTag {}

    /** Whether the tag keeps the resource at {@code now}; an unreadable one is not asked here. */
    default boolean holdsAt(Instant now) {
        return switch (this) {
            case Always() -> true;
            case Until(Instant end) -> now.isBefore(end);
            case None(), Unreadable(_) -> false;
        };
    }
}
