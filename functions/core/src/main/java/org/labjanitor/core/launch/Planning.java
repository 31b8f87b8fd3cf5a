package org.labjanitor.core.launch;

import java.util.List;

/**
 * A plan, and why it must not be carried out.
 *
 * @param faults empty where it may be
 */
public record Planning(LabPlan plan, List<String> faults) {
    public Planning {
        faults = List.copyOf(faults);
    }
}
