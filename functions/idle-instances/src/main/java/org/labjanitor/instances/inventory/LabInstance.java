package org.labjanitor.instances.inventory;

import java.util.List;
import org.labjanitor.core.instance.Instance;

/**
 * An instance, and what its removal has to know about it.
 *
 * @param instanceStoreRoot whether its root device is an instance store, which a stop would wipe
 * @param keptVolumes volumes that stay when it is terminated ({@code DeleteOnTermination} is false)
 */
public record LabInstance(Instance instance, boolean instanceStoreRoot, List<String> keptVolumes) {
    public LabInstance {
        keptVolumes = List.copyOf(keptVolumes);
    }

    public String id() {
        return instance.id();
    }

    public LabInstance with(Instance other) {
        return new LabInstance(other, instanceStoreRoot, keptVolumes);
    }
}
