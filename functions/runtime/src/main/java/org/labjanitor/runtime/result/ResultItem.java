package org.labjanitor.runtime.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost;

/**
 * One resource in a result.
 *
 * @param outcome null where nothing was tried
 * @param outcomeDetail the reason behind the outcome; empty where the outcome says all
 * @param cost what the resource costs a month while it runs
 */
public record ResultItem(
        Resource resource,
        Verdict verdict,
        Action action,
        @Nullable Outcome outcome,
        String outcomeDetail,
        MonthlyCost cost,
        List<Leftover> leftovers) {
    public ResultItem {
        leftovers = List.copyOf(leftovers);
    }

    /** Whether something went wrong with this resource that the next run has to make good. */
    public boolean failed() {
        return outcome == Outcome.REFUSED || outcome == Outcome.STILL_THERE;
    }
}
