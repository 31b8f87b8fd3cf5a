package org.labjanitor.runtime.log;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log before it is written.
 *
 * @param message what a person reads
 * @param fields what a program reads, in order
 */
record Line(Instant at, Level level, String message, Map<String, String> fields) {
    Line {
        fields = Collections.unmodifiableMap(fields);
    }

    /** Fields in order, where what is null or empty is left out. */
    static final class Fields {
        private final Map<String, String> fields = new LinkedHashMap<>();

        Fields with(String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                fields.put(name, value);
            }
            return this;
        }

        Map<String, String> asMap() {
            return fields;
        }
    }
}
