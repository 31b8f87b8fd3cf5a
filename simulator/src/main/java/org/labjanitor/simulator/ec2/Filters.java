package org.labjanitor.simulator.ec2;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * The filters of one Describe call: filters are joined by "and", the values of one by "or". At most
 * 50 filters, 200 values, 255 characters [UG Using_Filtering].
 */
final class Filters<T> {
    private static final int MOST_FILTERS = 50;
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_VALUE = 255;
    private static final String TAG = "tag:";

    private final Map<String, Function<T, Stream<String>>> readers = new TreeMap<>();
    private final Function<T, Map<String, String>> tags;

    Filters(Function<T, Map<String, String>> tags) {
        this.tags = tags;
        readers.put("tag-key", item -> tags.apply(item).keySet().stream());
        readers.put("tag-value", item -> tags.apply(item).values().stream());
    }

    /** A filter on one value of an item, which may be absent. */
    Filters<T> on(String name, Function<T, @Nullable Object> value) {
        return onEach(name, item -> Stream.ofNullable(value.apply(item)));
    }

    /** A filter on any of several values of an item. */
    Filters<T> onEach(String name, Function<T, Stream<?>> values) {
        readers.put(name, item -> values.apply(item).map(String::valueOf));
        return this;
    }

    Predicate<T> matching(List<Filter> wanted) {
        requireLimits(wanted);
        return wanted.stream().map(this::one).reduce(item -> true, Predicate::and);
    }

    private static void requireLimits(List<Filter> wanted) {
        int values = wanted.stream().mapToInt(filter -> filter.values().size()).sum();
        if (wanted.size() > MOST_FILTERS || values > MOST_VALUES) {
            throw AwsError.badRequest(
                    "FilterLimitExceeded",
                    "The request uses too many filters or too many filter values.");
        }
        wanted.stream()
                .flatMap(filter -> filter.values().stream())
                .filter(value -> value.length() > LONGEST_VALUE)
                .findFirst()
                .ifPresent(value -> {
                    throw AwsError.badRequest(
                            "InvalidParameterValue",
                            "The filter value is longer than 255 characters: " + value);
                });
    }

    private Predicate<T> one(Filter filter) {
        Function<T, Stream<String>> reader = reader(filter);
        List<Pattern> patterns = filter.values().stream().map(Wildcard::compile).toList();
        return item -> reader.apply(item).anyMatch(value -> matchesAny(patterns, value));
    }

    private Function<T, Stream<String>> reader(Filter filter) {
        String name = filter.name();
        if (name == null || !filter.hasValues()) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", "A filter needs a name and a value: " + filter);
        }
        if (name.startsWith(TAG)) {
            String key = name.substring(TAG.length());
            return item -> Stream.ofNullable(tags.apply(item).get(key));
        }
        Function<T, Stream<String>> reader = readers.get(name);
        if (reader == null) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "The filter '%s' is invalid (the lab knows tag:<key> and %s)"
                            .formatted(name, readers.keySet()));
        }
        return reader;
    }

    private static boolean matchesAny(List<Pattern> patterns, String value) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(value).matches());
    }
}
