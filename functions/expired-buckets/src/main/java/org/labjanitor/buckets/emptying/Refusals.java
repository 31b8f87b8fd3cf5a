package org.labjanitor.buckets.emptying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.buckets.emptying.wire.S3Error;

/** Counts refused keys by code, with a few of them as samples: never one entry a key. */
final class Refusals {
    private static final int SAMPLES = 5;
    private static final int MOST_CODES = 20;
    private static final String OTHERS = "Others";

    private final Map<String, Count> counts = new LinkedHashMap<>();

    void add(S3Error error, String key) {
        String code = error.code().isEmpty() ? "Status" + error.status() : error.code();
        if (!counts.containsKey(code) && counts.size() >= MOST_CODES) {
            code = OTHERS;
        }
        counts.computeIfAbsent(code, _ -> new Count(error.message())).add(key);
    }

    long keys() {
        return counts.values().stream().mapToLong(count -> count.keys).sum();
    }

    List<Refusal> list() {
        List<Refusal> list = new ArrayList<>();
        counts.forEach((code, count) ->
                list.add(new Refusal(code, count.message, count.keys, count.samples)));
        return list;
    }

    private static final class Count {
        private final String message;
        private final List<String> samples = new ArrayList<>();
        private long keys;

        Count(String message) {
            this.message = message;
        }

        void add(String key) {
            keys++;
            if (samples.size() < SAMPLES) {
                samples.add(key);
            }
        }
    }
}
