package org.labjanitor.core.policy;

import java.math.BigDecimal;

/** Refuses a setting outside its range with its name, its value and what is allowed. */
final class Allowed {
    static final int HOURS_PER_DAY = 24;

    private Allowed() {}

    static void cpuPercent(double value) {
        check("cpuPercent", value, value > 0 && value <= 100, "more than 0, up to 100");
    }

    static void networkMegabytesPerDay(double value) {
        boolean positive = value > 0 && Double.isFinite(value);
        check("networkMegabytesPerDay", value, positive, "more than 0");
    }

    static void signal(Signal signal, double value) {
        String allowed =
                "more than 0, up to "
                        + BigDecimal.valueOf(signal.most()).stripTrailingZeros().toPlainString();
        check(signal.key(), value, value > 0 && value <= signal.most(), allowed);
    }

    static void quietHours(int value) {
        check("quietHours", value, value >= 1 && value <= 336, "1 to 336");
    }

    static void gapFactor(double value) {
        check("gapFactor", value, value >= 1 && value <= 10, "1 to 10");
    }

    static void lookbackDays(int value) {
        check("lookbackDays", value, value >= 1 && value <= 63, "1 to 63");
    }

    static void lookbackDaysHold(int lookbackDays, int quietHours) {
        check(
                "lookbackDays",
                lookbackDays,
                lookbackDays * HOURS_PER_DAY >= quietHours,
                "at least as long as the " + quietHours + " quietHours");
    }

    static void coveragePercent(int value) {
        check("coveragePercent", value, value >= 50 && value <= 100, "50 to 100");
    }

    static void dataHours(int value, int lookbackDays) {
        int most = lookbackDays * HOURS_PER_DAY;
        check("dataHours", value, value >= 1 && value <= most, "1 to " + most);
    }

    static void lowDays(int value, int lookbackDays) {
        check("lowDays", value, value >= 1 && value <= lookbackDays, "1 to " + lookbackDays);
    }

    static void youngHours(long value) {
        check("youngHours", value, value >= 0, "0 or more");
    }

    static void stoppedDays(long value) {
        check("stoppedDays", value, value >= 1, "1 or more");
    }

    static IllegalArgumentException notPartOf(String name, IdleRule rule) {
        return new IllegalArgumentException(
                name + " is not a setting of the rule \"" + rule.title() + "\"");
    }

    private static void check(String name, Number value, boolean fits, String allowed) {
        if (!fits) {
            throw new IllegalArgumentException(name + " must be " + allowed + ", but is " + value);
        }
    }
}
