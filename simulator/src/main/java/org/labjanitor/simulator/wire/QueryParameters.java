package org.labjanitor.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpCall;

/**
 * Form parameters as the tree that their dotted names spell: {@code Filter.1.Name}. What a reader
 * takes is gone, so what is left at the end is what nobody knew.
 */
final class QueryParameters {
    /** What Java puts in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final String path;
    private final Map<String, QueryParameters> children = new LinkedHashMap<>();
    private @Nullable String value;

    private QueryParameters(String path) {
        this.path = path;
    }

    static QueryParameters of(HttpCall call) {
        QueryParameters root = new QueryParameters("");
        root.addAll(call.query());
        root.addAll(new String(call.body(), StandardCharsets.UTF_8));
        return root;
    }

    private void addAll(String form) {
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String text = equals < 0 ? "" : pair.substring(equals + 1);
                put(decode(name), decode(text));
            }
        }
    }

    private void put(String name, String text) {
        QueryParameters node = this;
        for (String part : name.split("\\.", -1)) {
            String childPath = node.path.isEmpty() ? part : node.path + "." + part;
            node = node.children.computeIfAbsent(part, key -> new QueryParameters(childPath));
        }
        node.value = text;
    }

    private static String decode(String text) {
        String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        boolean replaced = decoded.indexOf(REPLACEMENT) >= 0 && text.indexOf(REPLACEMENT) < 0;
        if (replaced && !text.toUpperCase(Locale.ROOT).contains("%EF%BF%BD")) {
            throw AwsError.notSimulated("text that is not UTF-8");
        }
        return decoded;
    }

    String path() {
        return path;
    }

    /** The value of this very parameter; empty text where it has none. */
    String text() {
        return value == null ? "" : value;
    }

    /** Removes and answers the part of that name. */
    Optional<QueryParameters> take(String name) {
        return Optional.ofNullable(children.remove(name));
    }

    /** Removes and answers the numbered parts, in the order of their numbers. */
    List<QueryParameters> takeNumbered() {
        List<String> numbers =
                children.keySet().stream()
                        .filter(key -> key.matches("\\d{1,9}"))
                        .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
                        .toList();
        List<QueryParameters> items = new ArrayList<>();
        numbers.forEach(number -> take(number).ifPresent(items::add));
        return items;
    }

    /** The full name of a parameter that nobody has taken. */
    Optional<String> leftOver() {
        return children.values().stream().findFirst().map(QueryParameters::firstName);
    }

    private String firstName() {
        return children.isEmpty() ? path : children.values().iterator().next().firstName();
    }
}
