package org.labjanitor.runtime.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.price.MonthlyCost;

/**
 * One resource in a result.
 *
 * @param outcome null where nothing was tried
 * @param outcomeDetail the reason behind the outcome; empty where the outcome says all
 * @param cost what the resource costs a month while it runs
 * @param contents what a bucket holds; null for anything else, and where nothing is known
 * @param deletions what was deleted from a bucket; null where nothing was tried
 * @param warning the notice that stands; null where none does
 * @param cpu what an instance did lately; null for anything else, and where it was not looked at
 * @param sight what else was seen of an instance; null for anything else
 */
public record ResultItem(
        Resource resource,
        Verdict verdict,
        Action action,
        @Nullable Outcome outcome,
        String outcomeDetail,
        MonthlyCost cost,
        List<Leftover> leftovers,
        @Nullable Contents contents,
        @Nullable Deletions deletions,
        @Nullable Warning warning,
        @Nullable CpuHistory cpu,
        @Nullable InstanceSight sight) {
    public ResultItem {
        leftovers = List.copyOf(leftovers);
    }

    /** An item without a notice and without a history. */
    public ResultItem(
            Resource resource,
            Verdict verdict,
            Action action,
            @Nullable Outcome outcome,
            String outcomeDetail,
            MonthlyCost cost,
            List<Leftover> leftovers,
            @Nullable Contents contents,
            @Nullable Deletions deletions) {
        this(
                resource,
                verdict,
                action,
                outcome,
                outcomeDetail,
                cost,
                leftovers,
                contents,
                deletions,
                null,
                null,
                null);
    }

    /** An item that holds nothing, such as an instance. */
    public ResultItem(
            Resource resource,
            Verdict verdict,
            Action action,
            @Nullable Outcome outcome,
            String outcomeDetail,
            MonthlyCost cost,
            List<Leftover> leftovers) {
        this(resource, verdict, action, outcome, outcomeDetail, cost, leftovers, null, null);
    }

    /** The same item, whose owner was warned. */
    public ResultItem with(Warning notice) {
        return new ResultItem(
                resource,
                verdict,
                action,
                outcome,
                outcomeDetail,
                cost,
                leftovers,
                contents,
                deletions,
                notice,
                cpu,
                sight);
    }

    /** The same item with its history. */
    public ResultItem with(CpuHistory history) {
        return new ResultItem(
                resource,
                verdict,
                action,
                outcome,
                outcomeDetail,
                cost,
                leftovers,
                contents,
                deletions,
                warning,
                history,
                sight);
    }

    /** The same item with what else was seen of it. */
    public ResultItem with(InstanceSight seen) {
        return new ResultItem(
                resource,
                verdict,
                action,
                outcome,
                outcomeDetail,
                cost,
                leftovers,
                contents,
                deletions,
                warning,
                cpu,
                seen);
    }

    /** Whether it was seen to be gone, stopped or emptied, so that its cost is saved. */
    public boolean isSaved() {
        return outcome == Outcome.REMOVED || outcome == Outcome.EMPTIED;
    }

    /** Whether it may go and is still there. */
    public boolean isStillToGo() {
        return verdict instanceof Removable && !isSaved() && outcome != Outcome.GONE_ALREADY;
    }

    /** Whether something went wrong with this resource that the next run has to make good. */
    public boolean failed() {
        return outcome == Outcome.REFUSED || outcome == Outcome.STILL_THERE;
    }
}
