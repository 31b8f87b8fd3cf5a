package org.labjanitor.cli.command;

import java.util.List;

/** The janitor will not do it; each message says why, and under which condition it would. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> messages;

    RefusedException(String message) {
        this(List.of(message));
    }

    RefusedException(List<String> messages) {
        super(String.join(" ", messages));
        this.messages = List.copyOf(messages);
    }

    List<String> messages() {
        return messages;
    }
}
