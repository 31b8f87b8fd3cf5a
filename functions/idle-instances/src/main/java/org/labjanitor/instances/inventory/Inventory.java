package org.labjanitor.instances.inventory;

import java.util.List;

/**
 * Instances of one Region.
 *
 * @param gaps what could not be read about some of them, in sentences; they are kept for it
 */
public record Inventory(List<LabInstance> instances, List<String> gaps) {
    public Inventory {
        instances = List.copyOf(instances);
        gaps = List.copyOf(gaps);
    }
}
