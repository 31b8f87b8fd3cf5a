package org.labjanitor.runtime.ledger;

import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Resource;

/**
 * What a message about a resource says when the resource itself is gone and cannot be asked.
 *
 * @param sentence why it was to go
 * @param evidence a digest of the facts behind that
 */
public record Subject(
        Resource resource,
        Action planned,
        MonthlyCost cost,
        RemovableReason reason,
        String sentence,
        String evidence) {
    static Subject of(Candidate candidate, Removable verdict) {
        return new Subject(
                candidate.resource(),
                candidate.planned(),
                candidate.cost(),
                verdict.reason(),
                verdict.explanation().sentence(),
                EvidenceDigest.of(verdict.explanation()));
    }

    /** The resource as it was when it was last judged to be removable, without the facts. */
    public Candidate asCandidate() {
        return new Candidate(
                resource, new Removable(reason, Explanation.of(sentence)), cost, planned);
    }
}
