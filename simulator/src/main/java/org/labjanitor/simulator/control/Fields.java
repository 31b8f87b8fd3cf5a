package org.labjanitor.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of one JSON object, read strictly. */
final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode object;

    Fields(JsonNode object, Set<String> known) {
        if (!object.isObject()) {
            throw new BadDocument("expected an object, got " + object.getNodeType());
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new BadDocument("unknown field '" + name + "', known are " + known);
            }
        }
        this.object = object;
    }

    static JsonNode parse(byte[] document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new BadDocument("not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadDocument("not JSON: " + e.getMessage());
        }
    }

    Optional<JsonNode> field(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    Optional<String> text(String name) {
        return field(name)
                .map(value -> {
                    if (!value.isTextual()) {
                        throw new BadDocument("'" + name + "' must be a string");
                    }
                    return value.textValue();
                });
    }

    Optional<Integer> number(String name) {
        return field(name)
                .map(value -> {
                    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
                        throw new BadDocument("'" + name + "' must be a whole number");
                    }
                    return value.intValue();
                });
    }

    /** A text in a form of its own, such as a time. */
    <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name)
                .map(text -> {
                    try {
                        return parser.apply(text);
                    } catch (DateTimeException | IllegalArgumentException e) {
                        throw new BadDocument("'" + name + "' is not readable: '" + text + "'");
                    }
                });
    }
}
