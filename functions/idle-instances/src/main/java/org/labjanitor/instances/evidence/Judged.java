package org.labjanitor.instances.evidence;

import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.instances.inventory.LabInstance;

/** An instance with its verdict. */
public record Judged(LabInstance instance, Verdict verdict) {
    public String id() {
        return instance.id();
    }

    public boolean removable() {
        return verdict instanceof Removable;
    }
}
