package org.labjanitor.instances.request;

import java.util.function.UnaryOperator;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.policy.Signal;
import org.labjanitor.runtime.json.JsonFields;

/** Reads the {@code policy} of a request: a preset, and numbers that change it. */
final class PolicyReader {
    private static final double MOST_MEGABYTES = 1_000_000;
    private static final int LONGEST_HOURS = 336;
    private static final int LONGEST_DAYS = 63;
    private static final int LONGEST_STOP = 3_650;

    private final String defaultPreset;

    PolicyReader(String defaultPreset) {
        this.defaultPreset = defaultPreset;
    }

    InstancePolicy read(JsonFields request) {
        return request.object("policy")
                .map(this::policy)
                .orElseGet(() -> InstancePolicy.preset(defaultPreset));
    }

    private InstancePolicy policy(JsonFields fields) {
        Change change =
                new Change(
                        fields,
                        InstancePolicy.preset(
                                fields.oneOf("preset", InstancePolicy.presets())
                                        .orElse(defaultPreset)));
        // The look-back first: it has to hold the quiet hours.
        fields.integer("lookbackDays", 1, LONGEST_DAYS)
                .ifPresent(days ->
                        change.apply("lookbackDays", policy -> policy.withLookbackDays(days)));
        fields.integer("quietHours", 1, LONGEST_HOURS)
                .ifPresent(hours ->
                        change.apply("quietHours", policy -> policy.withQuietHours(hours)));
        fields.number("cpuPercent", 0, 100)
                .ifPresent(percent ->
                        change.apply("cpuPercent", policy -> policy.withCpuPercent(percent)));
        fields.number("networkMegabytesPerDay", 0, MOST_MEGABYTES)
                .ifPresent(megabytes ->
                        change.apply(
                                "networkMegabytesPerDay",
                                policy -> policy.withNetworkMegabytesPerDay(megabytes)));
        fields.number("gapFactor", 0, 10)
                .ifPresent(factor ->
                        change.apply("gapFactor", policy -> policy.withGapFactor(factor)));
        fields.integer("coveragePercent", 50, 100)
                .ifPresent(percent ->
                        change.apply(
                                "coveragePercent", policy -> policy.withCoveragePercent(percent)));
        fields.integer("youngHours", 0, LONGEST_HOURS)
                .ifPresent(hours ->
                        change.apply("youngHours", policy -> policy.withYoungHours(hours)));
        fields.integer("stoppedDays", 1, LONGEST_STOP)
                .ifPresent(days ->
                        change.apply("stoppedDays", policy -> policy.withStoppedDays(days)));
        for (Signal signal : Signal.values()) {
            fields.number(signal.key(), 0, signal.most())
                    .ifPresent(limit ->
                            change.apply(signal.key(), policy -> policy.withSignal(signal, limit)));
        }
        fields.bool("logins")
                .ifPresent(
                        required -> change.apply("logins", policy -> policy.withLogins(required)));
        fields.bool("askMachines")
                .ifPresent(
                        ask -> change.apply("askMachines", policy -> policy.withAskMachines(ask)));
        fields.rejectUnknown();
        return change.policy;
    }

    /** A policy on its way from its preset to what the request says. */
    private static final class Change {
        private final JsonFields fields;
        private InstancePolicy policy;

        Change(JsonFields fields, InstancePolicy preset) {
            this.fields = fields;
            this.policy = preset;
        }

        void apply(String key, UnaryOperator<InstancePolicy> setting) {
            try {
                policy = setting.apply(policy);
            } catch (IllegalArgumentException e) {
                fields.fault(key, "does not fit the policy: " + e.getMessage());
            }
        }
    }
}
