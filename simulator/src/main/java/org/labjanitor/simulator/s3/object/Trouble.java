package org.labjanitor.simulator.s3.object;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;

/**
 * What goes wrong with a bucket on demand. Everything is off until it is asked for, and lasts until
 * {@link #clear}. Safe for use by many threads.
 *
 * <p>S3 promises at least 3,500 writes or deletes and 5,500 reads a second and prefix ("Best
 * practices design patterns: optimizing Amazon S3 performance"), and says SlowDown beyond what it
 * has scaled to.
 */
public final class Trouble {
    private final List<Limit> deleteLimits = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> failuresOfKey = new ConcurrentHashMap<>();
    private final Set<Long> failingCalls = ConcurrentHashMap.newKeySet();
    private final AtomicLong deleteCalls = new AtomicLong();
    private final AtomicLong keysRefused = new AtomicLong();
    private volatile @Nullable TokenBucket listLimit;
    private volatile boolean keyByKey;
    private volatile @Nullable KeyFailures keyFailures;
    private volatile Duration listLatency = Duration.ZERO;
    private volatile Duration deleteLatency = Duration.ZERO;
    private volatile @Nullable Writer listWriter;
    private volatile @Nullable Writer deleteWriter;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Limit(String prefix, byte[] prefixBytes, TokenBucket tokens) {}

    private record KeyFailures(double share, int times, long seed) {}

    /** Adds keys after every n-th call. */
    private record Writer(
            int everyNthCall,
            int keys,
            LongFunction<String> key,
            AtomicLong calls,
            AtomicLong written) {}

    Trouble() {}

    /** Limits deleting in the whole bucket, by the lab's clock. */
    public void limitDeletes(double keysPerSecond, double burst) {
        limitDeletes("", keysPerSecond, burst, null);
    }

    /**
     * Limits deleting below a prefix. A key counts for the longest prefix that has a limit; each
     * key of a {@code DeleteObjects} counts one. A request for which there are not enough tokens is
     * refused whole.
     *
     * @param clock what tokens come back by, null for the lab's clock
     */
    public void limitDeletes(
            String prefix, double keysPerSecond, double burst, @Nullable InstantSource clock) {
        Limit limit =
                new Limit(prefix, Keys.bytes(prefix), new TokenBucket(keysPerSecond, burst, clock));
        deleteLimits.removeIf(other -> other.prefix().equals(prefix));
        deleteLimits.add(limit);
        deleteLimits.sort(Comparator.comparingInt(l -> -l.prefixBytes().length));
    }

    /** Makes {@code DeleteObjects} refuse key by key what is beyond a limit, and not whole. */
    public void refuseKeyByKey(boolean on) {
        keyByKey = on;
    }

    /** Limits the calls that list, each counting one. */
    public void limitLists(double callsPerSecond, double burst, @Nullable InstantSource clock) {
        listLimit = new TokenBucket(callsPerSecond, burst, clock);
    }

    /**
     * Fails the deletion of some keys with InternalError: each a number of times, then it works.
     *
     * @param share of all keys, from 0 to 1
     * @param seed which keys: the same seed strikes the same
     */
    public void failKeys(double share, int times, long seed) {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
        }
        failuresOfKey.clear();
        keyFailures = new KeyFailures(share, times, seed);
    }

    /**
     * Lets a {@code DeleteObjects} answer 200 with an error for a body, without any effect.
     *
     * @param call the how-manieth from now, counted from 1
     */
    public void failDeleteCall(long call) {
        failingCalls.add(deleteCalls.get() + call);
    }

    /** Makes every listing take longer, by real time. */
    public void listLatency(Duration latency) {
        listLatency = latency;
    }

    /** Makes every deleting call take longer, by real time. */
    public void deleteLatency(Duration latency) {
        deleteLatency = latency;
    }

    /**
     * Somebody keeps writing: adds keys after every n-th listing.
     *
     * @param key the key of each number from 0 on
     */
    public void writeAfterLists(int everyNthCall, int keys, LongFunction<String> key) {
        listWriter = new Writer(everyNthCall, keys, key, new AtomicLong(), new AtomicLong());
    }

    /**
     * Somebody keeps writing: adds keys after every n-th deleting call.
     *
     * @param key the key of each number from 0 on
     */
    public void writeAfterDeletes(int everyNthCall, int keys, LongFunction<String> key) {
        deleteWriter = new Writer(everyNthCall, keys, key, new AtomicLong(), new AtomicLong());
    }

    /** Keys so far whose deletion was asked for in vain, for SlowDown or for InternalError. */
    public long keysRefused() {
        return keysRefused.get();
    }

    /** Ends all trouble. */
    public void clear() {
        deleteLimits.clear();
        failuresOfKey.clear();
        failingCalls.clear();
        listLimit = null;
        keyByKey = false;
        keyFailures = null;
        listLatency = Duration.ZERO;
        deleteLatency = Duration.ZERO;
        listWriter = null;
        deleteWriter = null;
    }

    // what the operations ask

    void beforeList(Instant now) {
        pause(listLatency);
        TokenBucket limit = listLimit;
        if (limit != null && !limit.tryTake(1, now)) {
            throw slowDown();
        }
    }

    void afterList(ObjectSpace space, Instant now) {
        write(listWriter, space, now);
    }

    /** Counts a deleting call; true where it has to fail with status 200. */
    boolean beforeDelete() {
        pause(deleteLatency);
        return failingCalls.remove(deleteCalls.incrementAndGet());
    }

    void afterDelete(ObjectSpace space, Instant now) {
        write(deleteWriter, space, now);
    }

    /**
     * Takes a token for each key, unless keys are refused one by one.
     *
     * @throws AwsError SlowDown where there are not enough
     */
    void admit(List<byte[]> keys, Instant now) {
        if (deleteLimits.isEmpty() || keyByKey) {
            return;
        }
        int[] counts = new int[deleteLimits.size()];
        for (byte[] key : keys) {
            int limit = limitOf(key);
            if (limit >= 0) {
                counts[limit]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && !deleteLimits.get(i).tokens().tryTake(counts[i], now)) {
                keysRefused.addAndGet(keys.size());
                throw slowDown();
            }
        }
    }

    /** Whether a single key of a batch is refused with SlowDown. */
    boolean refuses(byte[] key, Instant now) {
        if (!keyByKey || deleteLimits.isEmpty()) {
            return false;
        }
        int limit = limitOf(key);
        boolean refused = limit >= 0 && !deleteLimits.get(limit).tokens().tryTake(1, now);
        if (refused) {
            keysRefused.incrementAndGet();
        }
        return refused;
    }

    private int limitOf(byte[] key) {
        for (int i = 0; i < deleteLimits.size(); i++) {
            if (Keys.startsWith(key, 0, key.length, deleteLimits.get(i).prefixBytes())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this attempt at deleting the key fails with InternalError. */
    boolean fails(byte[] key) {
        KeyFailures failures = keyFailures;
        if (failures == null || !isStruck(key, failures)) {
            return false;
        }
        boolean failing = failuresOfKey.merge(Keys.text(key), 1, Integer::sum) <= failures.times();
        if (failing) {
            keysRefused.incrementAndGet();
        }
        return failing;
    }

    private static boolean isStruck(byte[] key, KeyFailures failures) {
        long mixed = (Arrays.hashCode(key) + failures.seed()) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (mixed >>> 11) * 0x1p-53 < failures.share();
    }

    static AwsError slowDown() {
        return new AwsError("SlowDown", "Please reduce your request rate.", 503);
    }

    private static void write(@Nullable Writer writer, ObjectSpace space, Instant now) {
        if (writer == null || writer.calls().incrementAndGet() % writer.everyNthCall() != 0) {
            return;
        }
        for (int i = 0; i < writer.keys(); i++) {
            String key = writer.key().apply(writer.written().getAndIncrement());
            space.put(key, ObjectSpace.SEEDED_SIZE, StorageClasses.STANDARD, now);
        }
    }

    private static void pause(Duration latency) {
        if (latency.isPositive()) {
            try {
                Thread.sleep(latency);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the lab is closing", e);
            }
        }
    }
}
