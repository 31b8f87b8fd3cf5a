package org.labjanitor.simulator.service;

/** A fault wants the connection to be cut without an answer. */
final class ConnectionCut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConnectionCut() {
        super("connection cut", null, false, false);
    }
}
