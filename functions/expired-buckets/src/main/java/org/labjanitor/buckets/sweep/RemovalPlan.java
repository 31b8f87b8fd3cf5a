package org.labjanitor.buckets.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Which of the removable buckets this run takes, the oldest end first. What forbids to touch a
 * bucket is read in that order and only until the allowance is used up.
 *
 * @param picks those to remove, in order
 * @param keptOnes those that turned out to be protected or gone, with the verdict that says so
 * @param outOfTime whether time ran out before the allowance was used up
 */
record RemovalPlan(
        List<JudgedBucket> picks, Map<String, JudgedBucket> keptOnes, boolean outOfTime) {
    /** Looks between two glances at the time left. */
    private static final int LOOKS = 24;

    private static final Comparator<JudgedBucket> OLDEST_END_FIRST =
            Comparator.comparing((JudgedBucket judged) ->
                            judged.end() == null ? Instant.MAX : judged.end())
                    .thenComparing(JudgedBucket::name);

    static RemovalPlan of(
            List<JudgedBucket> judged,
            int allowance,
            BooleanSupplier hasTime,
            UnaryOperator<List<JudgedBucket>> withProtection) {
        List<JudgedBucket> open =
                judged.stream().filter(JudgedBucket::removable).sorted(OLDEST_END_FIRST).toList();
        List<JudgedBucket> picks = new ArrayList<>();
        Map<String, JudgedBucket> kept = new LinkedHashMap<>();
        while (!open.isEmpty() && picks.size() < allowance && hasTime.getAsBoolean()) {
            int next = Math.min(Math.min(open.size(), LOOKS), allowance - picks.size());
            for (JudgedBucket checked : withProtection.apply(open.subList(0, next))) {
                if (checked.removable()) {
                    picks.add(checked);
                } else {
                    kept.put(checked.name(), checked);
                }
            }
            open = open.subList(next, open.size());
        }
        boolean outOfTime = !open.isEmpty() && picks.size() < allowance;
        return new RemovalPlan(List.copyOf(picks), kept, outOfTime);
    }
}
