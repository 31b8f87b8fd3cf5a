package org.labjanitor.bench;

import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.labjanitor.simulator.s3.object.ObjectSpace;

/** Keys that are legal and that tools stumble over. */
final class OddKeys {
    private static final Instant WRITTEN = Instant.parse("2026-10-01T08:00:00Z");
    private static final int LONGEST_KEY = 1_024;

    private static final List<IntFunction<String>> KINDS =
            List.of(
                    n -> "control-" + (char) (1 + n % 31) + "-" + n,
                    n -> "del-\u007f-" + n,
                    n -> "lines-\r\n-" + n,
                    n -> "percent-%2F%00-" + n,
                    n -> "plus+and space-" + n,
                    n -> "double//slash//" + n,
                    n -> "./dots/../" + n,
                    n -> "/leading/" + n,
                    n -> "emoji-\ud83e\uddf9-" + n,
                    n -> "not-in-xml-\uffff-" + n,
                    n -> "markup-<&>'\"-" + n,
                    n -> "question?and#hash-" + n,
                    n -> longest("long-%06d-".formatted(n)));

    private OddKeys() {}

    static void seed(ObjectSpace objects, int count, boolean versions) {
        for (int number = 0; number < count; number++) {
            String key = KINDS.get(number % KINDS.size()).apply(number);
            if (versions) {
                objects.putVersion(key, 1, WRITTEN);
            } else {
                objects.put(key, 1, "STANDARD", WRITTEN);
            }
        }
    }

    private static String longest(String start) {
        return start + "x".repeat(LONGEST_KEY - start.length());
    }
}
