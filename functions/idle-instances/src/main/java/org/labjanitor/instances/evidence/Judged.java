package org.labjanitor.instances.evidence;

import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Reasoning;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.runtime.result.CpuHistory;

/**
 * An instance with its verdict.
 *
 * @param cpu what its CPU did, as far as the verdict asked for it; null where it did not
 * @param insight what else is known of it
 */
public record Judged(
        LabInstance instance, Verdict verdict, @Nullable CpuHistory cpu, Insight insight) {
    /** An instance whose verdict rests on something other than its CPU. */
    public Judged(LabInstance instance, Verdict verdict) {
        this(instance, verdict, null, Insight.none());
    }

    public String id() {
        return instance.id();
    }

    public boolean removable() {
        return verdict instanceof Removable;
    }

    /** The same instance with another verdict. */
    public Judged with(Verdict other) {
        return new Judged(instance, other, cpu, insight);
    }

    /** The same instance, its verdict explained better. */
    public Judged with(Reasoning better) {
        return new Judged(instance, verdict, cpu, insight.with(better));
    }
}
