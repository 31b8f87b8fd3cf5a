package org.labjanitor.core.grace;

import java.time.Instant;

/** How far a resource is on its way from the first sight to its end. */
public sealed interface Course {
    /** It was seen, and may stay. */
    record Seen() implements Course {}

    /** It may go since {@code since}, and its owner was not warned yet. */
    record Unwarned(Instant since) implements Course {}

    /** It may go since {@code since}, and its owner was warned. */
    record Warned(Instant since, Notice notice) implements Course {}

    /** It stays, which its owner, who was warned, was not told yet. */
    record Withdrawn(Notice notice) implements Course {}

    /**
     * It was removed and counted, which its owner was not told yet.
     *
     * @param how what was seen, such as {@code removed} or {@code emptied}
     */
    record Ended(Instant at, String how) implements Course {}
}
