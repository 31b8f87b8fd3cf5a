package org.labjanitor.simulator.control;

/** What is wrong with a control document, said so that its writer can mend it. */
final class BadDocument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadDocument(String fault) {
        super(fault);
    }

    String fault() {
        return String.valueOf(getMessage());
    }
}
