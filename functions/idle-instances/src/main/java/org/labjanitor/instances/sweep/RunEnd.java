package org.labjanitor.instances.sweep;

import java.util.List;
import java.util.Map;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.removal.Removal;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.NotExamined;

/**
 * How a run ended for everything that it looked at.
 *
 * @param judged every instance in scope with its verdict before the removal
 * @param settled what became of those that were to go, by id
 * @param gaps what could not be read or written besides
 */
record RunEnd(
        List<Judged> judged,
        Stages stages,
        RemovalPlan plan,
        Map<String, List<Leftover>> leftovers,
        Map<String, Settled> settled,
        List<NotExamined> gaps) {
    RunEnd {
        gaps = List.copyOf(gaps);
    }

    /** Whether time ran out before everything that was to go had its turn. */
    boolean ranOutOfTime() {
        return settled.values().stream()
                .flatMap(one -> one.removal().stream())
                .anyMatch(Removal::outOfTime);
    }
}
