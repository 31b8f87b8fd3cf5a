package org.labjanitor.instances.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A login record that cannot be understood: the source counts as unread, since it may hide a use.
 */
final class UnreadableLoginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableLoginException(String what, @Nullable Throwable cause) {
        super("unreadable login record: " + what, cause);
    }
}
