package org.labjanitor.launcher.files;

/** Starter files that cannot be listed or read; the message says why. */
final class UnreadableSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableSourceException(String why) {
        super(why);
    }
}
