package org.labjanitor.buckets.emptying;

import java.util.List;
import org.labjanitor.runtime.result.Deletions;

/**
 * What an emptying did.
 *
 * @param detail one sentence about the end; empty where the end says all
 * @param refusals what could not be deleted, by error code
 * @param keysInVain keys that were sent and answered with a refusal to be repeated, such as
 *     SlowDown
 * @param throttles answers that asked to slow down
 */
public record EmptyingResult(
        EmptyingEnd end,
        String detail,
        Deletions deletions,
        List<Refusal> refusals,
        long keysInVain,
        long throttles) {
    public EmptyingResult {
        refusals = List.copyOf(refusals);
    }
}
