package org.labjanitor.instances.evidence;

import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.runtime.result.CpuHistory;

/**
 * An instance with its verdict.
 *
 * @param cpu what its CPU did, as far as the verdict asked for it; null where it did not
 */
public record Judged(LabInstance instance, Verdict verdict, @Nullable CpuHistory cpu) {
    /** An instance whose verdict rests on something other than its CPU. */
    public Judged(LabInstance instance, Verdict verdict) {
        this(instance, verdict, null);
    }

    public String id() {
        return instance.id();
    }

    public boolean removable() {
        return verdict instanceof Removable;
    }

    /** The same instance with another verdict. */
    public Judged with(Verdict other) {
        return new Judged(instance, other, cpu);
    }
}
