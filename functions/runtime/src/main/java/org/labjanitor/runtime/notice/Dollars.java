package org.labjanitor.runtime.notice;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Savings;

/** Dollars a month in words. An estimate says so, and what is unknown is never a zero. */
final class Dollars {
    /** The dearest first, those without a price last. */
    static final Comparator<MonthlyCost> DEAREST_FIRST =
            Comparator.comparing(Dollars::sortKey).reversed();

    private Dollars() {}

    /** Such as {@code $70.08 a month}. */
    static String of(MonthlyCost cost) {
        return switch (cost) {
            case Priced priced -> priced.display() + " a month";
            case Unpriced _ -> "price not known";
        };
    }

    /** Such as {@code about $812.30 a month, and 1 without a known price}. */
    static String of(Savings savings, long resources) {
        if (savings.unpriced() == resources) {
            return "price not known";
        }
        boolean exact = savings.listed() && savings.unpriced() == 0;
        return amount(savings.dollars(), exact)
                + " a month"
                + (savings.unpriced() == 0
                        ? ""
                        : ", and " + savings.unpriced() + " without a known price");
    }

    /** What several cost together. */
    static String sum(Collection<Candidate> candidates) {
        return of(
                Savings.ofCosts(candidates.stream().map(Candidate::cost).toList()),
                candidates.size());
    }

    static String amount(BigDecimal dollars, boolean exact) {
        return String.format(Locale.ROOT, exact ? "$%,.2f" : "about $%,.2f", dollars);
    }

    private static BigDecimal sortKey(MonthlyCost cost) {
        return cost instanceof Priced priced ? priced.dollars() : BigDecimal.ONE.negate();
    }
}
