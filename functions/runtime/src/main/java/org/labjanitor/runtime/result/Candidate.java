package org.labjanitor.runtime.result;

import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.price.MonthlyCost;

/**
 * A resource in scope with its newest verdict, protection included.
 *
 * @param planned what is done to it if it goes, as the {@code WOULD_} form
 */
public record Candidate(Resource resource, Verdict verdict, MonthlyCost cost, Action planned) {
    public String id() {
        return resource.id();
    }

    public boolean removable() {
        return verdict instanceof Removable;
    }
}
