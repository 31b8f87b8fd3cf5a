package org.labjanitor.core.launch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * What a lab's instances cost, in US dollars; storage and traffic are not in it.
 *
 * @param untilEnd from the launch to the lab's end
 * @param aMonth for 730 hours, which is what a forgotten lab costs
 */
public record Estimate(BigDecimal untilEnd, BigDecimal aMonth) {
    private static final BigDecimal HOURS_A_MONTH = BigDecimal.valueOf(730);
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3_600);

    public Estimate {
        untilEnd = untilEnd.setScale(2, RoundingMode.HALF_UP);
        aMonth = aMonth.setScale(2, RoundingMode.HALF_UP);
    }

    /** The estimate for what costs so much a month and ends at {@code end}. */
    public static Estimate of(BigDecimal aMonth, Instant now, Instant end) {
        long seconds = Math.max(0, Duration.between(now, end).toSeconds());
        BigDecimal hours =
                BigDecimal.valueOf(seconds).divide(SECONDS_AN_HOUR, MathContext.DECIMAL64);
        return new Estimate(
                aMonth.multiply(hours).divide(HOURS_A_MONTH, MathContext.DECIMAL64), aMonth);
    }
}
