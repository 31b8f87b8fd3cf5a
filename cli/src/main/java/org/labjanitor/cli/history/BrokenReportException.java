package org.labjanitor.cli.history;

/** A document is no report, or only part of one; the message says what is wrong with it. */
final class BrokenReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenReportException(String message) {
        super(message);
    }
}
