package org.labjanitor.buckets.emptying;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How often, and after what time, something is tried again. */
final class Backoff {
    /** Tries of a request or of a key, the first included. */
    static final int TRIES = 8;

    /** Tries where S3 asks for patience: the pace slows down meanwhile. */
    static final int THROTTLED_TRIES = 25;

    private static final long FIRST = Duration.ofMillis(50).toNanos();
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private Backoff() {}

    /** Nanoseconds to wait after so many failures: twice as long each time, and spread. */
    static long after(int failures) {
        long most = Math.min(LONGEST, FIRST << Math.min(failures - 1, 10));
        return ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    }
}
