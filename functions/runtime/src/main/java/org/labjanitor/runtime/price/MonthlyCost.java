package org.labjanitor.runtime.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What a resource costs a month, as far as it is known. An unknown price is never a zero. */
public sealed interface MonthlyCost {
    /**
     * US dollars for 730 hours.
     *
     * @param listed true if the price list names just this; false if it stands in for something
     *     near it (another Region, another purchase option)
     */
    record Priced(BigDecimal dollars, boolean listed) implements MonthlyCost {
        public Priced {
            dollars = dollars.setScale(2, RoundingMode.HALF_UP);
        }
    }

    /** No price is known; {@code why} names what the list lacks. */
    record Unpriced(String why) implements MonthlyCost {}

    /** For a person: {@code $70.08}, {@code about $70.08} or {@code unknown}. */
    default String display() {
        return switch (this) {
            case Priced(BigDecimal dollars, boolean listed) ->
                    String.format(Locale.ROOT, listed ? "$%,.2f" : "about $%,.2f", dollars);
            case Unpriced _ -> "unknown";
        };
    }
}
