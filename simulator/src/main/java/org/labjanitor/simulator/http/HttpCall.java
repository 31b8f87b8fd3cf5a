package org.labjanitor.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, its body read whole and already unzipped.
 *
 * @param path path as sent, still percent-encoded
 * @param query raw query string, empty where there is none
 * @param headers header names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes of the wire, never compared
public record HttpCall(
        String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName)).map(List::getFirst);
    }
}
