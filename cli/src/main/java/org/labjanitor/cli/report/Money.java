package org.labjanitor.cli.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Savings;

/** Dollars a month in words. What is an estimate says so, and what is unknown is never a zero. */
final class Money {
    private Money() {}

    /** For a column: {@code $70.08}, {@code ~$70.08} or {@code ?}. */
    static String inColumn(MonthlyCost cost) {
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
        return amount(savings.dollars(), isExact(savings)) + unpriced(savings.unpriced());
    }

    /** The sum of several costs, for a sentence. */
    static String inSentence(List<MonthlyCost> costs) {
        BigDecimal sum = new BigDecimal("0.00");
        boolean listed = true;
        int unpriced = 0;
        for (MonthlyCost cost : costs) {
            switch (cost) {
                case Priced priced -> {
                    sum = sum.add(priced.dollars());
                    listed &= priced.listed();
                }
                case Unpriced _ -> unpriced++;
            }
        }
        return inSentence(new Savings(sum, listed && unpriced == 0, unpriced), costs.size());
    }

    /** A single cost in a sentence: {@code about $8.00 a month}. */
    static String inSentence(MonthlyCost cost) {
        return switch (cost) {
            case Priced(BigDecimal dollars, boolean listed) -> amount(dollars, listed);
            case Unpriced _ -> "at a price not known here";
        };
    }

    private static boolean isExact(Savings savings) {
        return savings.listed() && savings.unpriced() == 0;
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
