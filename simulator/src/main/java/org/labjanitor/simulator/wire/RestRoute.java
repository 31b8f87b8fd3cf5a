package org.labjanitor.simulator.wire;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one operation of a REST service is recognised, and how it answers.
 *
 * @param labels how many labels the path has: 0 for {@code /}, 1 for {@code /{Bucket}}, 2 for
 *     {@code /{Bucket}/{Key+}}
 * @param query parameters that must be there, with the value that they must have; empty for any
 * @param header a header that must be there, in lower case
 * @param root name of the answer's root element; null where the operation has its usual one
 * @param status HTTP status of a success
 */
public record RestRoute(
        String operation,
        String method,
        int labels,
        Map<String, String> query,
        @Nullable String header,
        @Nullable String root,
        int status) {

    /**
     * A route as the model writes it.
     *
     * @param uri such as {@code GET /{Bucket}?list-type=2}; a DELETE answers 204, all else 200
     */
    public static RestRoute of(String operation, String uri) {
        String method = uri.substring(0, uri.indexOf(' '));
        String target = uri.substring(method.length() + 1);
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        int labels = (int) path.chars().filter(c -> c == '{').count();
        int status = method.equals("DELETE") ? 204 : 200;
        return new RestRoute(operation, method, labels, required(query), null, null, status);
    }

    private static Map<String, String> required(String query) {
        Map<String, String> required = new TreeMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (!name.isEmpty()) {
                required.put(name, equals < 0 ? "" : part.substring(equals + 1));
            }
        }
        return Map.copyOf(required);
    }

    /** The same route with another root element in the answer. */
    public RestRoute root(String element) {
        return new RestRoute(operation, method, labels, query, header, element, status);
    }

    public RestRoute status(int success) {
        return new RestRoute(operation, method, labels, query, header, root, success);
    }

    /** The same route, taken only by calls with that header. */
    public RestRoute with(String lowerCaseHeader) {
        return new RestRoute(operation, method, labels, query, lowerCaseHeader, root, status);
    }

    boolean matches(RestCall call) {
        return method.equals(call.method())
                && labels == call.labels()
                && query.entrySet().stream().allMatch(entry -> has(call, entry))
                && (header == null || call.header(header).isPresent());
    }

    private static boolean has(RestCall call, Map.Entry<String, String> wanted) {
        Optional<String> value = call.parameter(wanted.getKey());
        return value.isPresent()
                && (wanted.getValue().isEmpty() || wanted.getValue().equals(value.get()));
    }

    /** Whether the call asks for a part of the resource that this route is not about. */
    boolean misses(RestCall call, Set<String> subresources) {
        return call.parameterNames().stream()
                .anyMatch(name -> subresources.contains(name) && !query.containsKey(name));
    }

    int conditions() {
        return query.size() + (header == null ? 0 : 1);
    }
}
