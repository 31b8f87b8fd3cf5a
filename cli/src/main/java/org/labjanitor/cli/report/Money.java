package org.labjanitor.cli.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Savings;

/** Dollars a month in words. What is an estimate says so, and what is unknown is never a zero. */
public final class Money {
    private Money() {}

    /** For a column: {@code $70.08}, {@code ~$70.08} or {@code ?}. */
    public static String inColumn(MonthlyCost cost) {
        return switch (cost) {
            case Priced(BigDecimal dollars, boolean listed) -> (listed ? "" : "~") + plain(dollars);
            case Unpriced _ -> "?";
        };
    }

    /** For a sentence, such as {@code about $812.30 a month, and 1 without a known price}. */
    static String inSentence(Savings savings, int resources) {
        if (resources > 0 && savings.unpriced() == resources) {
            return "an unknown amount a month (no price is known)";
        }
        return amount(savings.dollars(), savings.listed()) + unpriced(savings.unpriced());
    }

    /** The sum of several costs, for a sentence. */
    public static String inSentence(List<MonthlyCost> costs) {
        return inSentence(Savings.ofCosts(costs), costs.size());
    }

    /** For a sentence that tells apart what is certain, where only a part of it is. */
    static String inParts(Savings savings, int resources) {
        if (savings.certain().signum() == 0 || savings.estimated().signum() == 0) {
            return inSentence(savings, resources);
        }
        return "%s: %s by the price list, %s estimated%s"
                .formatted(
                        amount(savings.dollars(), false),
                        plain(savings.certain()),
                        plain(savings.estimated()),
                        unpriced(savings.unpriced()));
    }

    /** A single cost in a sentence: {@code about $8.00 a month}. */
    static String inSentence(MonthlyCost cost) {
        return switch (cost) {
            case Priced(BigDecimal dollars, boolean listed) -> amount(dollars, listed);
            case Unpriced _ -> "at a price not known here";
        };
    }

    private static String amount(BigDecimal dollars, boolean exact) {
        return (exact ? "" : "about ") + plain(dollars) + " a month";
    }

    private static String unpriced(int number) {
        return number == 0 ? "" : ", and " + number + " without a known price";
    }

    private static String plain(BigDecimal dollars) {
        return String.format(Locale.ROOT, "$%,.2f", dollars);
    }
}
