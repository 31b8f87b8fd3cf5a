package org.labjanitor.simulator.ec2;

import java.util.concurrent.atomic.AtomicLong;

/** Resource ids as EC2 makes them, each one given out once in a lab. */
final class Ids {
    private static final long START = 0x0a1b_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong(START);

    /**
     * The next id.
     *
     * @param prefix such as {@code vol}
     */
    String next(String prefix) {
        return "%s-%017x".formatted(prefix, last.incrementAndGet());
    }

    /** A number that no one else got, for addresses and the like. */
    long nextNumber() {
        return last.incrementAndGet() - START;
    }
}
