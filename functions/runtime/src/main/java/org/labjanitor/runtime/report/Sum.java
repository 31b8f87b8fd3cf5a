package org.labjanitor.runtime.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.Savings;

/** What several resources cost together, in words. */
record Sum(int count, Savings savings) {
    static Sum of(List<ResultItem> items) {
        return new Sum(
                items.size(), Savings.ofCosts(items.stream().map(ResultItem::cost).toList()));
    }

    /** All of it as far as it is known, such as {@code $70.08}. */
    String total() {
        return count > 0 && savings.unpriced() == count ? "unknown" : dollars(savings.dollars());
    }

    /** What it is made of, such as {@code $70.08 certain, $19.92 estimated}; empty for nothing. */
    String parts() {
        List<String> parts = new ArrayList<>();
        if (savings.certain().signum() > 0) {
            parts.add(dollars(savings.certain()) + " certain");
        }
        if (savings.estimated().signum() > 0) {
            parts.add(dollars(savings.estimated()) + " estimated");
        }
        if (savings.unpriced() > 0) {
            parts.add(savings.unpriced() + " without a known price");
        }
        return String.join(", ", parts);
    }

    boolean isExact() {
        return savings.listed();
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
