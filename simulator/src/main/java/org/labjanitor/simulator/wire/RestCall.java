package org.labjanitor.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpCall;

/**
 * A call of a REST service in path style, {@code /bucket/key}, taken apart. Percent-encoding is
 * undone once; the path is not normalised, for a key may hold {@code //} and {@code ..}.
 */
public final class RestCall {
    private final HttpCall call;
    private final @Nullable String bucket;
    private final @Nullable String key;
    private final Map<String, String> parameters;

    private RestCall(
            HttpCall call,
            @Nullable String bucket,
            @Nullable String key,
            Map<String, String> parameters) {
        this.call = call;
        this.bucket = bucket;
        this.key = key;
        this.parameters = parameters;
    }

    public static RestCall of(HttpCall call) {
        String path = call.path().startsWith("/") ? call.path().substring(1) : call.path();
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        return new RestCall(
                call,
                bucket.isEmpty() ? null : decodePath(bucket),
                key.isEmpty() ? null : decodePath(key),
                parameters(call.query()));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.putIfAbsent(
                        decode(name), equals < 0 ? "" : decode(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** In a path, unlike in a query, a plus is a plus. */
    private static String decodePath(String text) {
        return decode(text.replace("+", "%2B"));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AwsError.badRequest("InvalidURI", "Couldn't parse the specified URI.");
        }
    }

    public Optional<String> bucket() {
        return Optional.ofNullable(bucket);
    }

    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public Optional<String> header(String lowerCaseName) {
        return call.header(lowerCaseName);
    }

    String method() {
        return call.method();
    }

    byte[] body() {
        return call.body();
    }

    Set<String> parameterNames() {
        return parameters.keySet();
    }

    int labels() {
        if (bucket == null) {
            return 0;
        }
        return key == null ? 1 : 2;
    }

    Optional<String> label(String name) {
        return switch (name) {
            case "Bucket" -> bucket();
            case "Key" -> key();
            default -> throw new IllegalStateException("no such label in a path: " + name);
        };
    }

    /** Headers whose names begin with the prefix, by what follows it. */
    Map<String, String> headersAfter(String lowerCasePrefix) {
        Map<String, String> found = new TreeMap<>();
        call.headers()
                .forEach((name, values) -> {
                    if (name.startsWith(lowerCasePrefix)) {
                        found.put(
                                name.substring(lowerCasePrefix.length()), String.join(",", values));
                    }
                });
        return found;
    }

    /** Method, kind of path and query, for who must find out what was called. */
    String digest() {
        String path =
                switch (labels()) {
                    case 0 -> "/";
                    case 1 -> "/{Bucket}";
                    default -> "/{Bucket}/{Key+}";
                };
        return method() + " " + path + (call.query().isEmpty() ? "" : "?" + call.query());
    }
}
