package org.labjanitor.core.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The signals besides CPU and network that a policy asks for, and the amount from which on an hour
 * is a use, in the unit of {@link Signal#key}. Only what is asked for is fetched.
 */
public record SignalLimits(Map<Signal, Double> limits) {
    public SignalLimits {
        EnumMap<Signal, Double> ordered = new EnumMap<>(Signal.class);
        ordered.putAll(limits);
        ordered.forEach(Allowed::signal);
        limits = Collections.unmodifiableMap(ordered);
    }

    public static SignalLimits none() {
        return new SignalLimits(Map.of());
    }

    /** The signals asked for, in a fixed order. */
    public Set<Signal> asked() {
        return limits.keySet();
    }

    /** The limit in the unit that CloudWatch counts in. */
    public double inMetricUnits(Signal signal) {
        Double limit = limits.get(signal);
        if (limit == null) {
            throw new IllegalArgumentException(signal.key() + " is not asked for");
        }
        return signal.inMetricUnits(limit);
    }

    public SignalLimits with(Signal signal, double limit) {
        EnumMap<Signal, Double> more = new EnumMap<>(Signal.class);
        more.putAll(limits);
        more.put(signal, limit);
        return new SignalLimits(more);
    }
}
