package org.labjanitor.simulator.s3.object;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.wire.AwsError;

/** The parameters in a call's query string, decoded. */
final class Query {
    private final Map<String, String> values = new HashMap<>();

    private Query(String raw) {
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                values.put(decode(pair), "");
            } else {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    static Query of(HttpCall call) {
        return new Query(call.query());
    }

    static Query parse(String raw) {
        return new Query(raw);
    }

    /** Every parameter, in no order. */
    Map<String, String> all() {
        return Map.copyOf(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AwsError.badRequest("InvalidURI", "Couldn't parse the specified URI.");
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a parameter for which an empty one is as good as none. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    byte[] bytes(String name) {
        return text(name).getBytes(StandardCharsets.UTF_8);
    }

    /** A page size: at most 1,000, and 1,000 where none is asked for. */
    int pageSize(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return 1_000;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return Math.min(number, 1_000);
            }
        } catch (NumberFormatException e) {
            throw AwsError.badRequest(
                    "InvalidArgument",
                    "Provided %s not an integer or within integer range".formatted(name));
        }
        throw AwsError.badRequest(
                "InvalidArgument",
                "Argument %s must be an integer between 0 and 2147483647".formatted(name));
    }

    /** A number from 0 on, 0 where there is none. */
    int number(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,9}")) {
            throw AwsError.badRequest(
                    "InvalidArgument",
                    "Argument %s must be an integer between 0 and 2147483647".formatted(name));
        }
        return Integer.parseInt(text);
    }

    /** Whether keys are to be URL-encoded; any other encoding is unknown. */
    boolean urlEncoding() {
        String type = text("encoding-type");
        if (!type.isEmpty() && !type.equals("url")) {
            throw AwsError.badRequest(
                    "InvalidArgument", "Invalid Encoding Method specified in Request");
        }
        return !type.isEmpty();
    }
}
