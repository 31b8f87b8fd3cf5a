package org.labjanitor.runtime.ledger;

/** An object is no ledger that this version can read; the message says what is wrong with it. */
final class UnreadableLedgerException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableLedgerException(String message) {
        super(message);
    }
}
