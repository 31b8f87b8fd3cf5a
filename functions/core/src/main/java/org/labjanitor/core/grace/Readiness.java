package org.labjanitor.core.grace;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a resource that may go waits for. */
public sealed interface Readiness {
    /** No notice of it stands. */
    record NoNotice() implements Readiness {}

    /** Its notice is older than a notice holds: a fresh one is due before it goes. */
    record Stale(Notice notice) implements Readiness {}

    /** Another run is removing it. */
    record Taken(@Nullable Notice noticeOrNull, Claim claim) implements Readiness {
        public Optional<Notice> notice() {
            return Optional.ofNullable(noticeOrNull);
        }
    }

    /** Its grace lasts. */
    record InGrace(Notice notice) implements Readiness {}

    /** Its grace is over, but removals do not happen at this hour. */
    record OutsideHours(Notice notice, Instant opens) implements Readiness {}

    /** Nothing stands between it and its removal but a fresh verdict. */
    record Due(Notice notice) implements Readiness {}
}
