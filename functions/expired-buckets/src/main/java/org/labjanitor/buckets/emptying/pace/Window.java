package org.labjanitor.buckets.emptying.pace;

/**
 * How many keys may be in flight. Small until S3 has confirmed more than its documented burst could
 * hold, so that little is sent in vain where the limit is S3's usual one; then as many as S3 has
 * confirmed in all, which doubles with every round trip; after a failure half, and on in small
 * steps.
 *
 * <p>What is in flight when the limit shows itself is in vain, so until then it is no more than a
 * modest rate needs: the longer the round trip, the more.
 */
final class Window {
    private static final int FIRST = 1000;
    private static final int MOST_UNPROVEN = 2500;
    private static final double UNPROVEN_PER_NANO = 16_000 / 1e9;
    private static final int PROVEN = 5000;
    private static final int MOST = 64_000;
    private static final int FULL_BATCH = 1000;
    private static final int SMALL_BATCH = 250;

    private double size = FIRST;
    private long shortest = Long.MAX_VALUE;
    private boolean steps;
    private boolean proven;

    long size() {
        return (long) size;
    }

    /** Most keys of one request. */
    int batch() {
        return proven ? FULL_BATCH : SMALL_BATCH;
    }

    /** A request took so many nanoseconds. */
    void answered(long nanos) {
        shortest = Math.min(shortest, nanos);
        if (!proven && !steps) {
            size = Math.clamp(shortest * UNPROVEN_PER_NANO, FIRST, MOST_UNPROVEN);
        }
    }

    void delivered(int keys, long inAll) {
        if (inAll < PROVEN) {
            return;
        }
        proven = true;
        double grown = steps ? size + FULL_BATCH * (keys / size) : Math.max(size, (double) inAll);
        size = Math.min(MOST, grown);
    }

    void halve() {
        size = Math.max(FIRST, size / 2);
        steps = true;
    }
}
