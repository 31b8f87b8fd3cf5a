package org.labjanitor.buckets.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.grace.RunGrace;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;

/** Removes the buckets that are due: claims them, works on several at once, and settles. */
final class Crew {
    private static final int BUCKETS_AT_ONCE = 3;

    private final RunGrace grace;
    private final Candidates candidates;
    private final BucketTask task;

    Crew(RunGrace grace, Candidates candidates, BucketTask task) {
        this.grace = grace;
        this.candidates = candidates;
        this.task = task;
    }

    /** How it ended for those that could be claimed, by name. */
    Map<String, Settled> remove(List<JudgedBucket> due) {
        if (due.isEmpty()) {
            return Map.of();
        }
        Set<String> claimed = grace.claim(due.stream().map(candidates::of).toList());
        List<Settled> settled =
                work(due.stream().filter(pick -> claimed.contains(pick.name())).toList());
        tell(settled);
        Map<String, Settled> byName = new HashMap<>();
        settled.forEach(one -> byName.put(one.judged().name(), one));
        return byName;
    }

    private void tell(List<Settled> settled) {
        List<Candidate> spared = new ArrayList<>();
        List<Ended> ended = new ArrayList<>();
        for (Settled one : settled) {
            Candidate candidate = candidates.of(one.judged());
            one.removal()
                    .ifPresentOrElse(
                            removal ->
                                    ended.add(
                                            new Ended(
                                                    candidate,
                                                    removal.outcome(),
                                                    removal.detail())),
                            () -> spared.add(candidate));
        }
        grace.spare(spared);
        grace.settle(ended);
    }

    /** Several buckets at once, begun in their order. */
    private List<Settled> work(List<JudgedBucket> picks) {
        Queue<JudgedBucket> waiting = new ConcurrentLinkedQueue<>(picks);
        Callable<List<Settled>> worker =
                () -> {
                    List<Settled> settled = new ArrayList<>();
                    for (JudgedBucket next = waiting.poll(); next != null; next = waiting.poll()) {
                        settled.add(task.settle(next));
                    }
                    return settled;
                };
        return new ParallelCalls(BUCKETS_AT_ONCE)
                .all(Collections.nCopies(BUCKETS_AT_ONCE, worker)).stream()
                        .flatMap(List::stream)
                        .toList();
    }
}
