package org.labjanitor.core.judge;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Protection;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricQuery;

/**
 * All that is known about one instance beyond its description. Immutable; grows by {@code with}.
 */
public final class InstanceEvidence {
    private static final InstanceEvidence NONE = new InstanceEvidence(Map.of(), Map.of(), null);

    private final Map<MetricQuery, MetricAnswer> metrics;
    private final Map<LoginSource, LoginAnswer> logins;
    private final @Nullable Protection protection;

    private InstanceEvidence(
            Map<MetricQuery, MetricAnswer> metrics,
            Map<LoginSource, LoginAnswer> logins,
            @Nullable Protection protection) {
        this.metrics = metrics;
        this.logins = logins;
        this.protection = protection;
    }

    public static InstanceEvidence none() {
        return NONE;
    }

    public InstanceEvidence with(MetricAnswer answer) {
        Map<MetricQuery, MetricAnswer> grown = new HashMap<>(metrics);
        grown.put(answer.query(), answer);
        return new InstanceEvidence(grown, logins, protection);
    }

    public InstanceEvidence with(LoginAnswer answer) {
        Map<LoginSource, LoginAnswer> grown = new EnumMap<>(LoginSource.class);
        grown.putAll(logins);
        grown.put(answer.source(), answer);
        return new InstanceEvidence(metrics, grown, protection);
    }

    public InstanceEvidence with(Protection known) {
        return new InstanceEvidence(metrics, logins, known);
    }

    public Optional<MetricAnswer> metric(MetricQuery query) {
        return Optional.ofNullable(metrics.get(query));
    }

    /** Every answer at hand, in no particular order. */
    public Collection<MetricAnswer> metrics() {
        return metrics.values();
    }

    public Optional<LoginAnswer> logins(LoginSource source) {
        return Optional.ofNullable(logins.get(source));
    }

    public Optional<Protection> protection() {
        return Optional.ofNullable(protection);
    }
}
