package org.labjanitor.simulator.sns;

import java.util.List;

/** What a filter policy asks of an attribute's value (Developer Guide, "String value matching"). */
sealed interface ValueCondition {
    /** Whether the value of an attribute that exists satisfies the condition. */
    boolean matches(String value);

    /** The value itself; case matters. */
    record Exactly(String text) implements ValueCondition {
        @Override
        public boolean matches(String value) {
            return value.equals(text);
        }
    }

    /** {@code {"equals-ignore-case": "tennis"}}. */
    record AnyCase(String text) implements ValueCondition {
        @Override
        public boolean matches(String value) {
            return value.equalsIgnoreCase(text);
        }
    }

    /** {@code {"prefix": "bas"}}. */
    record Prefix(String text) implements ValueCondition {
        @Override
        public boolean matches(String value) {
            return value.startsWith(text);
        }
    }

    /** {@code {"suffix": "ball"}}. */
    record Suffix(String text) implements ValueCondition {
        @Override
        public boolean matches(String value) {
            return value.endsWith(text);
        }
    }

    /** {@code {"anything-but": ["rugby", "tennis"]}}. */
    record NoneOf(List<ValueCondition> conditions) implements ValueCondition {
        public NoneOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean matches(String value) {
            return conditions.stream().noneMatch(condition -> condition.matches(value));
        }
    }

    /** {@code {"exists": true}} or {@code {"exists": false}}: asks for the attribute alone. */
    record Exists(boolean wanted) implements ValueCondition {
        @Override
        public boolean matches(String value) {
            return wanted;
        }
    }
}
