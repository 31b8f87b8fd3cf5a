package org.labjanitor.cli.command;

/** What a person asked for cannot be meant; the message says what can. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
