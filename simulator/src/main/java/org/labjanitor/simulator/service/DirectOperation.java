package org.labjanitor.simulator.service;

import java.util.function.BiFunction;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;

/**
 * An operation that reads and writes the wire itself, because it is too hot, or its bodies too big,
 * for the way through the SDK's types. Everything else about it is as with any other operation:
 * gate, faults, log.
 */
public record DirectOperation(String name, BiFunction<CallContext, HttpCall, HttpAnswer> body) {}
