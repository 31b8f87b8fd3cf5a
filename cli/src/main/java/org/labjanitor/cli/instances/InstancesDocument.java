package org.labjanitor.cli.instances;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.settings.Mode;

/**
 * A request document for the instances function. Values are passed on as they were typed: the
 * function itself says what is allowed, to a terminal as to any other trigger.
 */
public final class InstancesDocument {
    private final Map<String, Object> fields;

    private InstancesDocument(Map<String, Object> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    public static InstancesDocument of(Mode mode) {
        return new InstancesDocument(Map.of("mode", mode.id()));
    }

    public InstancesDocument mode(Mode mode) {
        return with("mode", mode.id());
    }

    /** The Regions to look at; none leaves it to the function's settings. */
    public InstancesDocument regions(List<String> regions) {
        return withList("regions", regions);
    }

    public InstancesDocument only(List<String> ids) {
        return withList("only", ids);
    }

    /** The preset, and what changes it; neither leaves it to the function's settings. */
    public InstancesDocument policy(@Nullable String preset, Map<String, String> numbers) {
        Map<String, Object> policy = new LinkedHashMap<>();
        if (preset != null) {
            policy.put("preset", preset);
        }
        numbers.forEach((key, value) -> policy.put(key, typed(value)));
        return policy.isEmpty() ? this : with("policy", policy);
    }

    public InstancesDocument budget(@Nullable String count, @Nullable String percent) {
        Map<String, Object> budget = new LinkedHashMap<>();
        if (count != null) {
            budget.put("count", numberOrText(count));
        }
        if (percent != null) {
            budget.put("percent", numberOrText(percent));
        }
        return budget.isEmpty() ? this : with("budget", budget);
    }

    public InstancesDocument action(@Nullable String action) {
        return action == null ? this : with("action", action);
    }

    public InstancesDocument graceHours(@Nullable String hours) {
        return hours == null ? this : with("graceHours", numberOrText(hours));
    }

    public InstancesDocument terminate(List<String> ids, @Nullable String reason) {
        InstancesDocument named = withList("terminate", ids);
        return reason == null ? named : named.with("reason", reason);
    }

    /** Exactly these instances and no others, all of them within the budget. */
    public InstancesDocument confirmed(List<String> ids) {
        return only(ids).budget(Integer.toString(ids.size()), "100");
    }

    public byte[] bytes() {
        try {
            return JSON.std.asBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private InstancesDocument withList(String key, List<String> values) {
        return values.isEmpty() ? this : with(key, List.copyOf(values));
    }

    private InstancesDocument with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(key, value);
        return new InstancesDocument(more);
    }

    private static Object numberOrText(String text) {
        return text.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d{1,9}\\.\\d{1,9}") ? new BigDecimal(text) : numberOrText(text);
    }
}
