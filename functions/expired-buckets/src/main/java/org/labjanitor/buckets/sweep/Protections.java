package org.labjanitor.buckets.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.labjanitor.runtime.aws.ParallelCalls;

/**
 * What protects buckets or depends on them, read once for a plan, and only for those that it is
 * asked about: it takes some eight calls a bucket.
 */
final class Protections {
    private static final int LOOKS_AT_ONCE = 4;

    /** Looks between two glances at the time left. */
    private static final int LOOKS = 24;

    private final BucketLook look;
    private final BooleanSupplier hasTime;
    private final Map<String, JudgedBucket> looked = new HashMap<>();
    private boolean outOfTime;

    /**
     * Knows of no bucket yet.
     *
     * @param hasTime whether there is time for further looks
     */
    Protections(BucketLook look, BooleanSupplier hasTime) {
        this.look = look;
        this.hasTime = hasTime;
    }

    /** Looks at the buckets in their order, as long as there is time. */
    void look(List<JudgedBucket> buckets) {
        look(buckets, buckets.size());
    }

    /**
     * The first buckets that nothing keeps, in their order; fewer than {@code most} where no more
     * are, or time runs out.
     */
    List<JudgedBucket> look(List<JudgedBucket> buckets, int most) {
        List<JudgedBucket> free = new ArrayList<>();
        List<JudgedBucket> open = buckets;
        while (!open.isEmpty() && free.size() < most) {
            int next = Math.min(Math.min(open.size(), LOOKS), most - free.size());
            List<JudgedBucket> batch = open.subList(0, next);
            if (!read(batch)) {
                return free;
            }
            batch.stream().map(this::newest).filter(JudgedBucket::removable).forEach(free::add);
            open = open.subList(next, open.size());
        }
        return free;
    }

    private boolean read(List<JudgedBucket> batch) {
        List<Callable<JudgedBucket>> calls = new ArrayList<>();
        for (JudgedBucket bucket : batch) {
            if (!hasLookedAt(bucket)) {
                calls.add(() -> look.at(bucket));
            }
        }
        if (!calls.isEmpty() && !hasTime.getAsBoolean()) {
            outOfTime = true;
            return false;
        }
        new ParallelCalls(LOOKS_AT_ONCE)
                .all(calls)
                .forEach(bucket -> looked.put(bucket.name(), bucket));
        return true;
    }

    boolean hasLookedAt(JudgedBucket bucket) {
        return looked.containsKey(bucket.name());
    }

    /** The bucket with the verdict that a look gave it; unchanged where it was not looked at. */
    JudgedBucket newest(JudgedBucket judged) {
        return looked.getOrDefault(judged.name(), judged);
    }

    /** Whether buckets were not looked at for want of time. */
    boolean outOfTime() {
        return outOfTime;
    }
}
