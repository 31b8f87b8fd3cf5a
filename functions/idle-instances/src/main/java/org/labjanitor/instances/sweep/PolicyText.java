package org.labjanitor.instances.sweep;

import java.math.BigDecimal;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.policy.SignalLimits;

/** A policy in words, for the settings that a result names. */
final class PolicyText {
    private PolicyText() {}

    static String of(InstancePolicy policy) {
        return policy.preset()
                + ": "
                + rule(policy.idleRule())
                + signals(policy.signals())
                + (policy.loginsRequired() ? ", no login" : "")
                + (policy.askMachines() ? ", machines asked" : "")
                + "; young below %d h".formatted(policy.youngLimit().toHours());
    }

    private static String signals(SignalLimits signals) {
        StringBuilder text = new StringBuilder();
        signals.limits()
                .forEach((signal, limit) ->
                        text.append(", ")
                                .append(signal.key())
                                .append(" below ")
                                .append(plain(limit)));
        return text.toString();
    }

    private static String rule(IdleRule rule) {
        String quiet =
                "CPU below %s %%, network below %s MB a day"
                        .formatted(plain(rule.cpuPercent()), plain(rule.networkMegabytesPerDay()));
        return switch (rule) {
            case IdleRule.Rhythm rhythm ->
                    "%s, for %d h and %s times the longest pause of %d days, data for %d %%"
                            .formatted(
                                    quiet,
                                    rhythm.quietHours(),
                                    plain(rhythm.gapFactor()),
                                    rhythm.lookbackDays(),
                                    rhythm.coveragePercent());
            case IdleRule.QuietWindow window ->
                    "%s, for %d h".formatted(quiet, window.quietHours());
            case IdleRule.Peak peak ->
                    "%s at the peak, for %d days, at least %d h of data"
                            .formatted(quiet, peak.lookbackDays(), peak.dataHours());
            case IdleRule.LowDays days ->
                    "%s on average, on %d of %d days"
                            .formatted(quiet, days.lowDays(), days.lookbackDays());
        };
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
