package org.labjanitor.cli.command;

/** The janitor will not do it; the message says why, and under which condition it would. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
