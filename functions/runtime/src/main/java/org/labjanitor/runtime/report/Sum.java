package org.labjanitor.runtime.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.ResultItem;

/**
 * Dollars a month of several resources.
 *
 * @param certain what the price list says of just these
 * @param estimated what stands in for a price that it does not have
 * @param unpriced how many have no known price, and are in neither sum
 */
record Sum(int count, BigDecimal certain, BigDecimal estimated, int unpriced) {
    static Sum of(List<ResultItem> items) {
        BigDecimal certain = BigDecimal.ZERO.setScale(2);
        BigDecimal estimated = certain;
        int unpriced = 0;
        for (ResultItem item : items) {
            switch (item.cost()) {
                case Priced(BigDecimal dollars, boolean listed) -> {
                    certain = listed ? certain.add(dollars) : certain;
                    estimated = listed ? estimated : estimated.add(dollars);
                }
                case Unpriced _ -> unpriced++;
            }
        }
        return new Sum(items.size(), certain, estimated, unpriced);
    }

    /** All of it as far as it is known, such as {@code $70.08}. */
    String total() {
        return count > 0 && unpriced == count ? "unknown" : dollars(certain.add(estimated));
    }

    /** What it is made of, such as {@code $70.08 certain, $19.92 estimated}; empty for nothing. */
    String parts() {
        List<String> parts = new ArrayList<>();
        if (certain.signum() > 0) {
            parts.add(dollars(certain) + " certain");
        }
        if (estimated.signum() > 0) {
            parts.add(dollars(estimated) + " estimated");
        }
        if (unpriced > 0) {
            parts.add(unpriced + " without a known price");
        }
        return String.join(", ", parts);
    }

    boolean isExact() {
        return estimated.signum() == 0 && unpriced == 0;
    }

    static String dollars(BigDecimal amount) {
        return String.format(Locale.ROOT, "$%,.2f", amount);
    }

    /** For a column: {@code $70.08}, {@code ~$70.08} or {@code ?}. */
    static String inColumn(MonthlyCost cost) {
        return switch (cost) {
            case Priced(BigDecimal dollars, boolean listed) ->
                    (listed ? "" : "~") + dollars(dollars);
            case Unpriced _ -> "?";
        };
    }
}
