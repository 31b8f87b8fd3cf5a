package org.labjanitor.simulator.http;

import java.util.Optional;

/** Answers a call; empty means that the connection is cut without an answer. */
public interface CallHandler {
    Optional<HttpAnswer> answer(HttpCall call);
}
