package org.labjanitor.runtime.result;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was saved since the ledger began.
 *
 * @param removed resources removed or emptied
 * @param dollarsPerMonth what they cost a month together, as far as it is known
 * @param listed whether every price in the sum is the price list's own
 */
public record RunningTotal(
        long removed, BigDecimal dollarsPerMonth, boolean listed, Instant since) {
    /** Both totals together, since the earlier beginning. */
    public RunningTotal plus(RunningTotal other) {
        return new RunningTotal(
                removed + other.removed,
                dollarsPerMonth.add(other.dollarsPerMonth),
                listed && other.listed,
                since.isBefore(other.since) ? since : other.since);
    }
}
