package org.labjanitor.core.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on an instance, from {@code from} to {@code to}; {@code to} is null while the session is
 * open. A login without a known length has {@code to} equal to {@code from}.
 */
public record Login(LoginSource source, String who, Instant from, @Nullable Instant to) {
    public Login {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "login ends at " + to + ", before it began at " + from);
        }
    }
}
