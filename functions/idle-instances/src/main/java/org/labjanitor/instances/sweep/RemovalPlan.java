package org.labjanitor.instances.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.labjanitor.instances.evidence.Judged;

/**
 * Which of the instances this run takes. Protection is read in the order of removal and only until
 * the allowance is used up, since it costs two calls an instance.
 *
 * @param picks those to remove, in order
 * @param protectedOnes those that turned out to be protected, with the verdict that says so
 */
record RemovalPlan(List<Judged> picks, List<Judged> protectedOnes) {
    RemovalPlan {
        picks = List.copyOf(picks);
        protectedOnes = List.copyOf(protectedOnes);
    }

    /**
     * A plan within the allowance.
     *
     * @param removable those that may go, in the order in which they go
     */
    static RemovalPlan of(
            List<Judged> removable, int allowance, UnaryOperator<List<Judged>> withProtection) {
        List<Judged> picks = new ArrayList<>();
        List<Judged> protectedOnes = new ArrayList<>();
        int next = 0;
        while (picks.size() < allowance && next < removable.size()) {
            int end = Math.min(removable.size(), next + allowance - picks.size());
            for (Judged checked : withProtection.apply(removable.subList(next, end))) {
                (checked.removable() ? picks : protectedOnes).add(checked);
            }
            next = end;
        }
        return new RemovalPlan(picks, protectedOnes);
    }
}
