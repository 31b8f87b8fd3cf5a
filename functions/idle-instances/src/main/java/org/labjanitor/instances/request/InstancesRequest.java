package org.labjanitor.instances.request;

import java.util.List;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.instances.removal.RemovalAction;
import org.labjanitor.runtime.settings.Mode;

/**
 * What a run is asked to do, defaults filled in.
 *
 * @param regions names, or {@code all}; empty means the function's own
 * @param only narrows the sweep to these ids; empty means every lab instance
 * @param named instances that a person named outright: idleness, notice and grace do not apply to
 *     them, every other rule does; empty means a sweep
 * @param reason why they are to go; empty for a sweep
 * @param immediate whether what {@code only} lists goes without notice and grace
 * @param explain whether every rule's outcome is told, and the ids in {@code only} are looked up
 *     whatever their tags; never widens what may be changed
 */
public record InstancesRequest(
        Mode mode,
        List<String> regions,
        List<String> only,
        InstancePolicy policy,
        Budget budget,
        RemovalAction action,
        List<String> named,
        String reason,
        boolean immediate,
        boolean explain) {
    public InstancesRequest {
        regions = List.copyOf(regions);
        only = List.copyOf(only);
        named = List.copyOf(named);
    }

    public boolean isSweep() {
        return named.isEmpty();
    }

    /** Whether owners are warned and given time, as they are unless a person named what goes. */
    public boolean graced() {
        return isSweep() && !immediate;
    }
}
