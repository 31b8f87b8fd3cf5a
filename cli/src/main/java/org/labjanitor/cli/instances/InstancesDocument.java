package org.labjanitor.cli.instances;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.request.SweepDocument;
import org.labjanitor.runtime.settings.Mode;

/** A request document for the instances function. */
public final class InstancesDocument extends SweepDocument<InstancesDocument> {
    private InstancesDocument(Map<String, Object> fields) {
        super(fields);
    }

    public static InstancesDocument of(Mode mode) {
        return new InstancesDocument(Map.of()).mode(mode);
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
        Map<String, @Nullable String> limits = new LinkedHashMap<>();
        limits.put("count", count);
        limits.put("percent", percent);
        return budget(limits);
    }

    public InstancesDocument action(@Nullable String action) {
        return withText("action", action);
    }

    public InstancesDocument terminate(List<String> ids, @Nullable String reason) {
        return named("terminate", ids, reason);
    }

    /** The same about other instances named outright. */
    public InstancesDocument naming(List<String> ids) {
        return withList("terminate", ids);
    }

    /** Every rule's outcome, and whatever else there is to be seen. */
    public InstancesDocument explain() {
        return with("explain", true);
    }

    @Override
    public InstancesDocument confirmed(List<String> ids, int most) {
        return only(ids).budget(Integer.toString(most), "100");
    }

    @Override
    protected InstancesDocument with(Map<String, Object> fields) {
        return new InstancesDocument(fields);
    }
}
