package org.labjanitor.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read one by one. A field of the wrong type or range is noted as a
 * fault and reads as absent; {@link #rejectUnknown} notes the fields that nobody asked for.
 */
public final class JsonFields {
    private final String path;
    private final Map<String, @Nullable Object> fields;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();

    public JsonFields(Map<String, @Nullable Object> fields, Faults faults) {
        this("", fields, faults);
    }

    private JsonFields(String path, Map<String, @Nullable Object> fields, Faults faults) {
        this.path = path;
        this.fields = fields;
        this.faults = faults;
    }

    public Optional<String> string(String key) {
        return typed(key, String.class, "a string");
    }

    public Optional<Boolean> bool(String key) {
        return typed(key, Boolean.class, "true or false");
    }

    /** One of {@code allowed}, by letter. */
    public Optional<String> oneOf(String key, List<String> allowed) {
        String rule = "one of " + String.join(", ", allowed);
        return typed(key, String.class, rule)
                .filter(value -> allowed.contains(value) || !refuse(key, value, rule));
    }

    public Optional<Integer> integer(String key, int least, int most) {
        String rule = "a whole number from %d to %d".formatted(least, most);
        return value(key)
                .flatMap(value -> {
                    if (isWhole(value)) {
                        BigInteger whole = new BigInteger(value.toString());
                        if (whole.compareTo(BigInteger.valueOf(least)) >= 0
                                && whole.compareTo(BigInteger.valueOf(most)) <= 0) {
                            return Optional.of(whole.intValueExact());
                        }
                    }
                    refuse(key, value, rule);
                    return Optional.empty();
                });
    }

    /** A number above {@code above} and at most {@code most}. */
    public Optional<Double> number(String key, double above, double most) {
        String rule = "a number above %s and at most %s".formatted(plain(above), plain(most));
        return value(key)
                .flatMap(value -> {
                    if (value instanceof Number number
                            && number.doubleValue() > above
                            && number.doubleValue() <= most) {
                        return Optional.of(number.doubleValue());
                    }
                    refuse(key, value, rule);
                    return Optional.empty();
                });
    }

    public Optional<List<String>> strings(String key, String what) {
        String rule = "a list of " + what;
        return value(key)
                .flatMap(value -> {
                    if (value instanceof List<?> list && !list.isEmpty()) {
                        List<String> strings = new ArrayList<>();
                        for (Object element : list) {
                            if (element instanceof String string && !string.isBlank()) {
                                strings.add(string);
                            }
                        }
                        if (strings.size() == list.size()) {
                            return Optional.of(List.copyOf(strings));
                        }
                    }
                    refuse(key, value, rule);
                    return Optional.empty();
                });
    }

    public Optional<JsonFields> object(String key) {
        return value(key)
                .flatMap(value -> {
                    if (value instanceof Map<?, ?> map) {
                        return Optional.of(
                                new JsonFields(
                                        name(key) + ".", StrictJson.withStringKeys(map), faults));
                    }
                    refuse(key, value, "an object");
                    return Optional.empty();
                });
    }

    /** A list of objects; the first one's fields are called {@code key[0].field} in faults. */
    public Optional<List<JsonFields>> list(String key) {
        String rule = "a list of objects";
        return value(key)
                .flatMap(value -> {
                    if (value instanceof List<?> list
                            && !list.isEmpty()
                            && list.stream().allMatch(Map.class::isInstance)) {
                        List<JsonFields> objects = new ArrayList<>();
                        for (Object element : list) {
                            objects.add(
                                    new JsonFields(
                                            "%s[%d].".formatted(name(key), objects.size()),
                                            StrictJson.withStringKeys((Map<?, ?>) element),
                                            faults));
                        }
                        return Optional.of(List.copyOf(objects));
                    }
                    refuse(key, value, rule);
                    return Optional.empty();
                });
    }

    /** Whether the field holds an object. */
    public boolean isObject(String key) {
        return fields.get(key) instanceof Map<?, ?>;
    }

    /** An object whose values are objects, by names that are not known beforehand. */
    public Optional<Map<String, JsonFields>> objects(String key) {
        return object(key)
                .map(named -> {
                    Map<String, JsonFields> objects = new LinkedHashMap<>();
                    for (String name : named.fields.keySet()) {
                        named.object(name).ifPresent(object -> objects.put(name, object));
                    }
                    return objects;
                });
    }

    /** A number that is not negative, by the digit. */
    public Optional<BigDecimal> decimal(String key) {
        String rule = "a number of 0 or more";
        return value(key)
                .flatMap(value -> {
                    if (value instanceof BigDecimal || isWhole(value)) {
                        BigDecimal decimal = new BigDecimal(value.toString());
                        if (decimal.signum() >= 0) {
                            return Optional.of(decimal);
                        }
                    }
                    refuse(key, value, rule);
                    return Optional.empty();
                });
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Notes a fault about {@code key} that a single field cannot show. */
    public void fault(String key, String fault) {
        faults.add(name(key) + " " + fault);
    }

    /** Notes every field that was not asked for until now. */
    public void rejectUnknown() {
        for (String key : fields.keySet()) {
            if (!known.contains(key)) {
                faults.add(
                        "unknown key %s (known: %s)"
                                .formatted(quoted(name(key)), String.join(", ", known)));
            }
        }
    }

    private <T> Optional<T> typed(String key, Class<T> type, String rule) {
        return value(key)
                .flatMap(value -> {
                    if (type.isInstance(value)) {
                        return Optional.of(type.cast(value));
                    }
                    refuse(key, value, rule);
                    return Optional.empty();
                });
    }

    private Optional<Object> value(String key) {
        known.add(key);
        if (fields.containsKey(key) && fields.get(key) == null) {
            faults.add(name(key) + " is null; leave it out instead");
        }
        return Optional.ofNullable(fields.get(key));
    }

    private boolean refuse(String key, Object value, String rule) {
        faults.add("%s is %s, but must be %s".formatted(name(key), shown(value), rule));
        return true;
    }

    private String name(String key) {
        return path + key;
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    private static String shown(Object value) {
        return switch (value) {
            case String string -> quoted(string);
            case Map<?, ?> _ -> "an object";
            case List<?> list -> list.isEmpty() ? "an empty list" : "a list";
            default -> String.valueOf(value);
        };
    }

    /** The text as a message may show it: in quotes, cut short, without control characters. */
    public static String quoted(String text) {
        String shortened = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return '"' + shortened.replaceAll("\\p{Cntrl}", "?") + '"';
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
