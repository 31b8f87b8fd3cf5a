package org.labjanitor.buckets.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.time.TimeBudget;

/** A look at the listed buckets that changes nothing: read tags, judge. */
final class Examination {
    private static final int TAGS_AT_ONCE = 16;
    private static final Duration TIME_TO_EXAMINE = Duration.ofSeconds(30);

    private final Judging judging;
    private final TimeBudget time;
    private final BucketSweepListener listener;

    Examination(Judging judging, TimeBudget time, BucketSweepListener listener) {
        this.judging = judging;
        this.time = time;
        this.listener = listener;
    }

    Survey of(Listing listing) {
        List<ListedBucket> buckets = listing.buckets();
        listener.found(buckets.size());
        List<JudgedBucket> judged = judge(buckets);
        int missed = buckets.size() - judged.size();
        List<NotExamined> notExamined = new ArrayList<>(listing.notExamined());
        if (missed > 0) {
            notExamined.add(
                    new NotExamined(
                            missed + " of " + buckets.size() + " buckets",
                            "time ran out; the next run goes on"));
        }
        return new Survey(
                listing.regions(),
                judged,
                listing.withPrefix(),
                listing.isWhole(),
                notExamined,
                missed > 0);
    }

    /** Those that there was time for. */
    private List<JudgedBucket> judge(List<ListedBucket> buckets) {
        AtomicInteger done = new AtomicInteger();
        List<Callable<Optional<JudgedBucket>>> calls = new ArrayList<>();
        for (ListedBucket bucket : buckets) {
            calls.add(() -> {
                if (!time.hasLeft(TIME_TO_EXAMINE)) {
                    return Optional.empty();
                }
                JudgedBucket judged = judging.judge(bucket);
                listener.judged(done.incrementAndGet(), buckets.size());
                return Optional.of(judged);
            });
        }
        return new ParallelCalls(TAGS_AT_ONCE)
                .all(calls).stream().flatMap(Optional::stream).toList();
    }
}
