package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import org.labjanitor.core.policy.IdleRule;

/**
 * The numbers of a rule that waits for quiet, in slots.
 *
 * @param cpuPercent a mean from here on is a use
 * @param networkBytes a day's traffic from here on is a use
 * @param quietSlots shortest quiet time that can be idle
 * @param gapFactor how many times the longest pause the quiet time must reach; 0: pauses are no
 *     matter
 * @param coveragePercent share of the expected data that must be there
 * @param lookback length of the window
 * @param networkLead hours before the window from which traffic is added up
 * @param settleTime age of the newest data that is trusted
 */
record QuietTerms(
        double cpuPercent,
        double networkBytes,
        int quietSlots,
        double gapFactor,
        int coveragePercent,
        Duration lookback,
        int networkLead,
        Duration settleTime) {
    static QuietTerms of(IdleRule.Rhythm rule, Duration settleTime) {
        return new QuietTerms(
                rule.cpuPercent(),
                rule.networkBytesPerDay(),
                rule.quietHours() * Window.SLOTS_PER_HOUR,
                rule.gapFactor(),
                rule.coveragePercent(),
                Duration.ofDays(rule.lookbackDays()),
                0,
                settleTime);
    }

    static QuietTerms of(IdleRule.QuietWindow rule, Duration settleTime) {
        return new QuietTerms(
                rule.cpuPercent(),
                rule.networkBytesPerDay(),
                rule.quietHours() * Window.SLOTS_PER_HOUR,
                0,
                0,
                Duration.ofHours(rule.quietHours()),
                NetworkReading.RUN - 1,
                settleTime);
    }

    Window window(Instant now) {
        return Window.endingBefore(now, settleTime, lookback);
    }

    /** First hour of the recent stretch, which holds every slot that quiet time can fail on. */
    int recentHour(Window window) {
        return Math.max(0, window.slots() - quietSlots) / Window.SLOTS_PER_HOUR;
    }

    boolean isIdle(int quiet, int longestPause) {
        return quiet >= quietSlots && quiet >= gapFactor * longestPause;
    }

    boolean isCovered(int present, int expected) {
        return 100L * present >= (long) coveragePercent * expected;
    }
}
