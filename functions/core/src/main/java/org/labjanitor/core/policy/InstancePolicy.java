package org.labjanitor.core.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a verdict on an instance can be set by.
 *
 * @param preset name of the preset it was made from
 * @param idleRule when a running instance counts as idle
 * @param youngLimit shortest time since the last start after which an instance is judged
 * @param settleTime age that data must have before it is trusted; CloudWatch publishes late
 * @param loginsRequired whether logins must be known, and count as uses
 * @param askMachines whether machines that everything else calls idle are asked for their logins
 *     themselves, by a command that their SSM agent runs as root
 * @param stoppedLimit time after which a stopped instance is removable; null: never
 * @param acceptAccelerated whether CPU and network may speak for instances with an accelerator
 * @param signals what is asked for besides CPU and network; with a limit for the GPU, instances
 *     with one of NVIDIA's are judged by it
 */
public record InstancePolicy(
        String preset,
        IdleRule idleRule,
        Duration youngLimit,
        Duration settleTime,
        boolean loginsRequired,
        boolean askMachines,
        @Nullable Duration stoppedLimit,
        boolean acceptAccelerated,
        SignalLimits signals) {
    public static final String LAB = "lab";
    public static final String COMPUTE_OPTIMIZER = "compute-optimizer";
    public static final String TRUSTED_ADVISOR = "trusted-advisor";
    public static final String WINDOW = "window";

    private static final Duration YOUNG_LIMIT = Duration.ofHours(24);
    private static final Duration SETTLE_TIME = Duration.ofMinutes(15);

    public InstancePolicy {
        if (youngLimit.isNegative()) {
            throw new IllegalArgumentException(
                    "youngLimit must be 0 or more, but is " + youngLimit);
        }
        if (settleTime.isNegative() || settleTime.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "settleTime must be 0 to 24 h, but is " + settleTime);
        }
        if (stoppedLimit != null) {
            Allowed.stoppedDays(stoppedLimit.toDays());
        }
    }

    /** Names of the presets, the default first. */
    public static List<String> presets() {
        return List.of(LAB, COMPUTE_OPTIMIZER, TRUSTED_ADVISOR, WINDOW);
    }

    /** The preset of that name. */
    public static InstancePolicy preset(String name) {
        return switch (name) {
            case LAB -> lab();
            case COMPUTE_OPTIMIZER -> computeOptimizer();
            case TRUSTED_ADVISOR -> trustedAdvisor();
            case WINDOW -> window();
            default ->
                    throw new IllegalArgumentException(
                            "preset must be one of "
                                    + String.join(", ", presets())
                                    + ", but is \""
                                    + name
                                    + "\"");
        };
    }

    /** The default: quiet for 24 h and for twice the longest pause of 14 days. */
    public static InstancePolicy lab() {
        return of(LAB, new IdleRule.Rhythm(5, 50, 24, 2, 14, 90), true);
    }

    /**
     * What AWS Compute Optimizer calls idle: 14 days, peak CPU below 5 %, network below 5 MB a day,
     * at least 30 hours of data.
     */
    public static InstancePolicy computeOptimizer() {
        return of(COMPUTE_OPTIMIZER, new IdleRule.Peak(5, 5, 14, 30), false);
    }

    /**
     * What AWS Trusted Advisor calls low utilization: daily mean CPU of 10 % or less and network of
     * 5 MB or less on at least 4 of the last 14 days.
     */
    public static InstancePolicy trustedAdvisor() {
        return of(TRUSTED_ADVISOR, new IdleRule.LowDays(10, 5, 14, 4), false);
    }

    /** Quiet for 72 h without a break. */
    public static InstancePolicy window() {
        return of(WINDOW, new IdleRule.QuietWindow(5, 50, 72), true);
    }

    private static InstancePolicy of(String preset, IdleRule rule, boolean loginsRequired) {
        return new InstancePolicy(
                preset,
                rule,
                YOUNG_LIMIT,
                SETTLE_TIME,
                loginsRequired,
                false,
                null,
                false,
                SignalLimits.none());
    }

    public InstancePolicy withCpuPercent(double cpuPercent) {
        return withIdleRule(idleRule.withCpuPercent(cpuPercent));
    }

    public InstancePolicy withNetworkMegabytesPerDay(double networkMegabytesPerDay) {
        return withIdleRule(idleRule.withNetworkMegabytesPerDay(networkMegabytesPerDay));
    }

    public InstancePolicy withQuietHours(int quietHours) {
        return withIdleRule(idleRule.withQuietHours(quietHours));
    }

    public InstancePolicy withGapFactor(double gapFactor) {
        return withIdleRule(idleRule.withGapFactor(gapFactor));
    }

    public InstancePolicy withLookbackDays(int lookbackDays) {
        return withIdleRule(idleRule.withLookbackDays(lookbackDays));
    }

    public InstancePolicy withCoveragePercent(int coveragePercent) {
        return withIdleRule(idleRule.withCoveragePercent(coveragePercent));
    }

    public InstancePolicy withYoungHours(int youngHours) {
        Allowed.youngHours(youngHours);
        return new InstancePolicy(
                preset,
                idleRule,
                Duration.ofHours(youngHours),
                settleTime,
                loginsRequired,
                askMachines,
                stoppedLimit,
                acceptAccelerated,
                signals);
    }

    public InstancePolicy withStoppedDays(int stoppedDays) {
        Allowed.stoppedDays(stoppedDays);
        return new InstancePolicy(
                preset,
                idleRule,
                youngLimit,
                settleTime,
                loginsRequired,
                askMachines,
                Duration.ofDays(stoppedDays),
                acceptAccelerated,
                signals);
    }

    public InstancePolicy withLogins(boolean required) {
        return new InstancePolicy(
                preset,
                idleRule,
                youngLimit,
                settleTime,
                required,
                askMachines,
                stoppedLimit,
                acceptAccelerated,
                signals);
    }

    public InstancePolicy withAskMachines(boolean ask) {
        return new InstancePolicy(
                preset,
                idleRule,
                youngLimit,
                settleTime,
                loginsRequired,
                ask,
                stoppedLimit,
                acceptAccelerated,
                signals);
    }

    public InstancePolicy withAcceptAccelerated(boolean accept) {
        return new InstancePolicy(
                preset,
                idleRule,
                youngLimit,
                settleTime,
                loginsRequired,
                askMachines,
                stoppedLimit,
                accept,
                signals);
    }

    /** Asks for a signal; an hour that reaches {@code limit}, in its key's unit, is a use. */
    public InstancePolicy withSignal(Signal signal, double limit) {
        return new InstancePolicy(
                preset,
                idleRule,
                youngLimit,
                settleTime,
                loginsRequired,
                askMachines,
                stoppedLimit,
                acceptAccelerated,
                signals.with(signal, limit));
    }

    public InstancePolicy withIdleRule(IdleRule rule) {
        return new InstancePolicy(
                preset,
                rule,
                youngLimit,
                settleTime,
                loginsRequired,
                askMachines,
                stoppedLimit,
                acceptAccelerated,
                signals);
    }
}
