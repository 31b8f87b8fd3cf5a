package org.labjanitor.core.policy;

/**
 * When a running instance counts as idle. Each rule is a record of its numbers; a {@code with}
 * method for a number that the rule lacks throws {@link IllegalArgumentException}.
 */
public sealed interface IdleRule
        permits IdleRule.Rhythm, IdleRule.QuietWindow, IdleRule.Peak, IdleRule.LowDays {
    double BYTES_PER_MEGABYTE = 1_000_000;

    /** CPU in percent that separates use from quiet. */
    double cpuPercent();

    /** Network in and out together, in megabytes (1,000,000 bytes) a day. */
    double networkMegabytesPerDay();

    /** What the rule is called in a message. */
    String title();

    default double networkBytesPerDay() {
        return networkMegabytesPerDay() * BYTES_PER_MEGABYTE;
    }

    IdleRule withCpuPercent(double cpuPercent);

    IdleRule withNetworkMegabytesPerDay(double networkMegabytesPerDay);

    default IdleRule withQuietHours(int quietHours) {
        throw Allowed.notPartOf("quietHours", this);
    }

    default IdleRule withGapFactor(double gapFactor) {
        throw Allowed.notPartOf("gapFactor", this);
    }

    default IdleRule withLookbackDays(int lookbackDays) {
        throw Allowed.notPartOf("lookbackDays", this);
    }

    default IdleRule withCoveragePercent(int coveragePercent) {
        throw Allowed.notPartOf("coveragePercent", this);
    }

    /**
     * Quiet for long enough, measured by the machine's own pauses.
     *
     * @param cpuPercent a 5-minute mean from here on is a use
     * @param networkMegabytesPerDay a day's traffic from here on is a use
     * @param quietHours shortest quiet time that can be idle
     * @param gapFactor how many times the longest earlier pause the quiet time must reach
     * @param lookbackDays how far back pauses are looked for
     * @param coveragePercent share of the expected data points that must be there
     */
    record Rhythm(
            double cpuPercent,
            double networkMegabytesPerDay,
            int quietHours,
            double gapFactor,
            int lookbackDays,
            int coveragePercent)
            implements IdleRule {
        public Rhythm {
            Allowed.cpuPercent(cpuPercent);
            Allowed.networkMegabytesPerDay(networkMegabytesPerDay);
            Allowed.quietHours(quietHours);
            Allowed.gapFactor(gapFactor);
            Allowed.lookbackDays(lookbackDays);
            Allowed.lookbackDaysHold(lookbackDays, quietHours);
            Allowed.coveragePercent(coveragePercent);
        }

        @Override
        public String title() {
            return "rhythm";
        }

        @Override
        public Rhythm withCpuPercent(double value) {
            return new Rhythm(
                    value,
                    networkMegabytesPerDay,
                    quietHours,
                    gapFactor,
                    lookbackDays,
                    coveragePercent);
        }

        @Override
        public Rhythm withNetworkMegabytesPerDay(double value) {
            return new Rhythm(
                    cpuPercent, value, quietHours, gapFactor, lookbackDays, coveragePercent);
        }

        @Override
        public Rhythm withQuietHours(int value) {
            return new Rhythm(
                    cpuPercent,
                    networkMegabytesPerDay,
                    value,
                    gapFactor,
                    lookbackDays,
                    coveragePercent);
        }

        @Override
        public Rhythm withGapFactor(double value) {
            return new Rhythm(
                    cpuPercent,
                    networkMegabytesPerDay,
                    quietHours,
                    value,
                    lookbackDays,
                    coveragePercent);
        }

        @Override
        public Rhythm withLookbackDays(int value) {
            return new Rhythm(
                    cpuPercent,
                    networkMegabytesPerDay,
                    quietHours,
                    gapFactor,
                    value,
                    coveragePercent);
        }

        @Override
        public Rhythm withCoveragePercent(int value) {
            return new Rhythm(
                    cpuPercent, networkMegabytesPerDay, quietHours, gapFactor, lookbackDays, value);
        }
    }

    /**
     * Quiet without a break, and without a hole in the data, for a fixed time.
     *
     * @param cpuPercent a 5-minute mean from here on is a use
     * @param networkMegabytesPerDay a day's traffic from here on is a use
     * @param quietHours the time
     */
    record QuietWindow(double cpuPercent, double networkMegabytesPerDay, int quietHours)
            implements IdleRule {
        public QuietWindow {
            Allowed.cpuPercent(cpuPercent);
            Allowed.networkMegabytesPerDay(networkMegabytesPerDay);
            Allowed.quietHours(quietHours);
        }

        @Override
        public String title() {
            return "quiet window";
        }

        @Override
        public QuietWindow withCpuPercent(double value) {
            return new QuietWindow(value, networkMegabytesPerDay, quietHours);
        }

        @Override
        public QuietWindow withNetworkMegabytesPerDay(double value) {
            return new QuietWindow(cpuPercent, value, quietHours);
        }

        @Override
        public QuietWindow withQuietHours(int value) {
            return new QuietWindow(cpuPercent, networkMegabytesPerDay, value);
        }
    }

    /**
     * No peak in the whole look-back, as AWS Compute Optimizer names an instance idle.
     *
     * @param cpuPercent an hour's maximum from here on is a use
     * @param networkMegabytesPerDay traffic of any 24 hours in a row from here on is a use
     * @param lookbackDays how far back is looked
     * @param dataHours fewest hours with data that carry a verdict
     */
    record Peak(double cpuPercent, double networkMegabytesPerDay, int lookbackDays, int dataHours)
            implements IdleRule {
        public Peak {
            Allowed.cpuPercent(cpuPercent);
            Allowed.networkMegabytesPerDay(networkMegabytesPerDay);
            Allowed.lookbackDays(lookbackDays);
            Allowed.dataHours(dataHours, lookbackDays);
        }

        @Override
        public String title() {
            return "peak";
        }

        @Override
        public Peak withCpuPercent(double value) {
            return new Peak(value, networkMegabytesPerDay, lookbackDays, dataHours);
        }

        @Override
        public Peak withNetworkMegabytesPerDay(double value) {
            return new Peak(cpuPercent, value, lookbackDays, dataHours);
        }

        @Override
        public Peak withLookbackDays(int value) {
            return new Peak(cpuPercent, networkMegabytesPerDay, value, dataHours);
        }
    }

    /**
     * Enough days of little use, as AWS Trusted Advisor names an instance underused. Looks at whole
     * UTC days; a day without data never counts as low.
     *
     * @param cpuPercent highest daily mean of a low day
     * @param networkMegabytesPerDay highest traffic of a low day
     * @param lookbackDays how many whole days are looked at
     * @param lowDays how many of them must be low
     */
    record LowDays(double cpuPercent, double networkMegabytesPerDay, int lookbackDays, int lowDays)
            implements IdleRule {
        public LowDays {
            Allowed.cpuPercent(cpuPercent);
            Allowed.networkMegabytesPerDay(networkMegabytesPerDay);
            Allowed.lookbackDays(lookbackDays);
            Allowed.lowDays(lowDays, lookbackDays);
        }

        @Override
        public String title() {
            return "low days";
        }

        @Override
        public LowDays withCpuPercent(double value) {
            return new LowDays(value, networkMegabytesPerDay, lookbackDays, lowDays);
        }

        @Override
        public LowDays withNetworkMegabytesPerDay(double value) {
            return new LowDays(cpuPercent, value, lookbackDays, lowDays);
        }

        @Override
        public LowDays withLookbackDays(int value) {
            return new LowDays(cpuPercent, networkMegabytesPerDay, value, lowDays);
        }
    }
}
