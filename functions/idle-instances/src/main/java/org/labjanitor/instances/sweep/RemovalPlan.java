package org.labjanitor.instances.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.labjanitor.instances.evidence.Judged;

/**
 * Which of the removable instances this run takes. Protection is read in the order of removal and
 * only until the allowance is used up, since it costs two calls an instance.
 *
 * @param picks those to remove, in order
 * @param overBudget those that may go, but exceed the allowance
 * @param protectedOnes those that turned out to be protected, with the verdict that says so
 */
record RemovalPlan(List<Judged> picks, List<Judged> overBudget, Map<String, Judged> protectedOnes) {
    static RemovalPlan of(
            List<Judged> judged,
            int allowance,
            Comparator<Judged> order,
            UnaryOperator<Judged> withProtection) {
        List<Judged> picks = new ArrayList<>();
        List<Judged> overBudget = new ArrayList<>();
        Map<String, Judged> protectedOnes = new LinkedHashMap<>();
        for (Judged removable : judged.stream().filter(Judged::removable).sorted(order).toList()) {
            if (picks.size() >= allowance) {
                overBudget.add(removable);
                continue;
            }
            Judged checked = withProtection.apply(removable);
            if (checked.removable()) {
                picks.add(checked);
            } else {
                protectedOnes.put(checked.id(), checked);
            }
        }
        return new RemovalPlan(picks, overBudget, protectedOnes);
    }
}
