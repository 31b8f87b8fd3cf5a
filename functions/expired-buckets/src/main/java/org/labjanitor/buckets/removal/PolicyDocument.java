package org.labjanitor.buckets.removal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.json.StrictJson;

/** The statements of a bucket policy. */
record PolicyDocument(List<PolicyStatement> statements) {
    PolicyDocument {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a policy.
     *
     * @throws UnreadablePolicyException if the text is no policy that is understood
     */
    static PolicyDocument parse(String text) {
        try {
            Map<String, @Nullable Object> document =
                    new StrictJson().object(text.getBytes(StandardCharsets.UTF_8));
            List<PolicyStatement> statements = new ArrayList<>();
            for (Object statement : list(document.get("Statement"))) {
                statements.add(PolicyStatement.of(map(statement)));
            }
            return new PolicyDocument(statements);
        } catch (RuntimeException e) {
            throw new UnreadablePolicyException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A single value stands for a list of one. */
    static List<Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? List.copyOf(list) : List.of(value);
    }

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("expected an object, but found " + value);
        }
        Map<String, @Nullable Object> typed = new HashMap<>();
        map.forEach((key, item) -> typed.put(String.valueOf(key), item));
        return typed;
    }
}
