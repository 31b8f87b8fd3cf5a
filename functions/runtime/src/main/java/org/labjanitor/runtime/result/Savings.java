package org.labjanitor.runtime.result;

import java.math.BigDecimal;
import java.util.List;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/**
 * Dollars a month, by how much they can be relied on.
 *
 * @param certain the sum of what the price list names
 * @param estimated the sum of what it names only something near to
 * @param unpriced resources without a known price, which both sums leave out
 */
public record Savings(BigDecimal certain, BigDecimal estimated, int unpriced) {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    static Savings of(List<ResultItem> items) {
        return ofCosts(items.stream().map(ResultItem::cost).toList());
    }

    /** What these cost together. */
    public static Savings ofCosts(List<MonthlyCost> costs) {
        BigDecimal certain = NOTHING;
        BigDecimal estimated = NOTHING;
        int unpriced = 0;
        for (MonthlyCost cost : costs) {
            switch (cost) {
                case Priced(BigDecimal dollars, boolean listed) when listed ->
                        certain = certain.add(dollars);
                case Priced(BigDecimal dollars, _) -> estimated = estimated.add(dollars);
                case Unpriced _ -> unpriced++;
            }
        }
        return new Savings(certain, estimated, unpriced);
    }

    /** The sum of what is priced, estimates included. */
    public BigDecimal dollars() {
        return certain.add(estimated);
    }

    /** Whether every price is the price list's own, and none is missing. */
    public boolean listed() {
        return estimated.signum() == 0 && unpriced == 0;
    }
}
