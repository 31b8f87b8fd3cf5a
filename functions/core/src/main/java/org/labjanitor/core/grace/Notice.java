package org.labjanitor.core.grace;

import java.time.Instant;

/**
 * A warning that was accepted for delivery. Its deadline is set once and never moves.
 *
 * @param acceptedAt when the message was accepted
 * @param deadline before this moment nothing is removed; not before {@code acceptedAt}
 */
public record Notice(Instant acceptedAt, Instant deadline) {
    public Notice {
        if (deadline.isBefore(acceptedAt)) {
            throw new IllegalArgumentException(
                    "a deadline cannot be before its notice, but %s is before %s"
                            .formatted(deadline, acceptedAt));
        }
    }
}
