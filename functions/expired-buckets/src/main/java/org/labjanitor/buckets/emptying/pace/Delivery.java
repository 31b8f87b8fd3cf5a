package org.labjanitor.buckets.emptying.pace;

/** What was delivered since the first request went out. */
final class Delivery {
    private static final double SECOND = 1e9;

    private boolean begun;
    private long start;
    private long keys;

    void begin(long now) {
        if (!begun) {
            begun = true;
            start = now;
        }
    }

    void add(int more) {
        keys += more;
    }

    long keys() {
        return keys;
    }

    double seconds(long now) {
        return begun ? (now - start) / SECOND : 0;
    }
}
