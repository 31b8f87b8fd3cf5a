package org.labjanitor.cli.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.labjanitor.simulator.s3.bucket.Bucket;

/**
 * A bucket of the demo's lab.
 *
 * @param age time since it was created
 * @param traits what is in it, and how it is configured
 */
record Store(
        String region,
        String name,
        Duration age,
        Map<String, String> tags,
        Consumer<Bucket> traits) {
    Store {
        tags = Map.copyOf(tags);
    }

    static Store in(String region, String name, Duration age) {
        return new Store(region, name, age, Map.of(), _ -> {});
    }

    /** The same bucket with one more tag. */
    Store tag(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(tags);
        more.put(key, value);
        return new Store(region, name, age, more, traits);
    }

    /** The same bucket with one more trait. */
    Store with(Consumer<Bucket> trait) {
        return new Store(region, name, age, tags, traits.andThen(trait));
    }
}
