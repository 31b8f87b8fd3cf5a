package org.labjanitor.runtime.result;

import java.math.BigDecimal;
import java.util.List;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/**
 * Dollars a month, as an estimate.
 *
 * @param dollars the sum of what is priced
 * @param listed whether every price in the sum is the price list's own
 * @param unpriced resources without a known price, which the sum leaves out
 */
public record Savings(BigDecimal dollars, boolean listed, int unpriced) {
    static Savings of(List<ResultItem> items) {
        BigDecimal sum = new BigDecimal("0.00");
        boolean listed = true;
        int unpriced = 0;
        for (ResultItem item : items) {
            switch (item.cost()) {
                case Priced priced -> {
                    sum = sum.add(priced.dollars());
                    listed &= priced.listed();
                }
                case Unpriced _ -> unpriced++;
            }
        }
        return new Savings(sum, listed && unpriced == 0, unpriced);
    }
}
