package org.labjanitor.simulator.http;

import java.util.Map;

/** One HTTP response. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes of the wire, never compared
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {}
