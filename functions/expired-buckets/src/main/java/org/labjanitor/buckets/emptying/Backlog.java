package org.labjanitor.buckets.emptying;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Keys that wait to be deleted: fresh ones in the order of their listing, and ones to be repeated,
 * which go first once their time has come. Bounded, so that memory does not grow with the bucket.
 * Not safe for use by several threads.
 */
final class Backlog {
    private static final int MOST_KEYS = 128_000;
    private static final long MOST_WEIGHT = 20L << 20;

    private final ArrayDeque<Batch> fresh = new ArrayDeque<>();
    private final PriorityQueue<Batch> repeats =
            new PriorityQueue<>(Comparator.comparingLong(Batch::notBefore));
    private long keys;
    private long weight;

    boolean isFull() {
        return keys >= MOST_KEYS || weight >= MOST_WEIGHT;
    }

    /** Whether there is so much room that those who wait for it may go on. */
    boolean hasRoom() {
        return !isFull();
    }

    boolean isEmpty() {
        return fresh.isEmpty() && repeats.isEmpty();
    }

    long keys() {
        return keys;
    }

    void add(Batch batch) {
        if (batch.keys() > 0) {
            fresh.addLast(batch);
            count(batch, 1);
        }
    }

    /** Puts back what was taken and not sent. */
    void putBack(Batch batch) {
        if (batch.keys() > 0) {
            fresh.addFirst(batch);
            count(batch, 1);
        }
    }

    void repeat(Batch batch) {
        if (batch.keys() > 0) {
            repeats.add(batch);
            count(batch, 1);
        }
    }

    /** Takes what may go now. */
    Optional<Batch> take(long now) {
        Batch repeat = repeats.peek();
        Batch next = repeat != null && repeat.notBefore() <= now ? repeats.poll() : fresh.poll();
        if (next != null) {
            count(next, -1);
        }
        return Optional.ofNullable(next);
    }

    /** Whether something may go now. */
    boolean isDue(long now) {
        Batch repeat = repeats.peek();
        return !fresh.isEmpty() || (repeat != null && repeat.notBefore() <= now);
    }

    /** Nanoseconds until a repeat is due; 0 where none waits. */
    long untilRepeat(long now) {
        Batch repeat = repeats.peek();
        return repeat == null ? 0 : Math.max(0, repeat.notBefore() - now);
    }

    /** Takes everything, due or not; empty when nothing is left. */
    Optional<Batch> drain() {
        Batch next = fresh.isEmpty() ? repeats.poll() : fresh.poll();
        if (next != null) {
            count(next, -1);
        }
        return Optional.ofNullable(next);
    }

    private void count(Batch batch, int sign) {
        keys += (long) sign * batch.keys();
        weight += sign * batch.weight();
    }
}
