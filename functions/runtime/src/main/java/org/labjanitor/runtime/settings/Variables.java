package org.labjanitor.runtime.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables, each checked as it is read. A fault is an {@link IllegalArgumentException}
 * that names the variable, its value and what is allowed.
 */
record Variables(Map<String, String> environment) {
    /** A value, or null where the variable is absent or blank. */
    @Nullable String optional(String name, Predicate<String> valid, String rule) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : checked(name, value, valid, rule);
    }

    /** A value, or its default where the variable is absent or blank. */
    String text(String name, String byDefault, Predicate<String> valid, String rule) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? byDefault : checked(name, value, valid, rule);
    }

    /** A whole number within its limits, or its default. */
    int number(String name, int byDefault, int least, int most) {
        // Put together by hand: the first formatted number loads what a Locale needs.
        String rule = "a whole number from " + least + " to " + most;
        String value =
                text(name, Integer.toString(byDefault), text -> text.matches("\\d{1,10}"), rule);
        long number = Long.parseLong(value);
        checked(name, value, _ -> number >= least && number <= most, rule);
        return Math.toIntExact(number);
    }

    /** The names in a list that is separated by commas, each once. */
    static List<String> names(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String checked(String name, String value, Predicate<String> valid, String rule) {
        if (!valid.test(value)) {
            throw new IllegalArgumentException(
                    "%s is \"%s\", but must be %s".formatted(name, value, rule));
        }
        return value;
    }
}
