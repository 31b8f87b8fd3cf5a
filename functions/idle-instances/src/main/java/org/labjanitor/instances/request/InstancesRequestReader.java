package org.labjanitor.instances.request;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.instances.removal.RemovalAction;
import org.labjanitor.runtime.function.SweepFields;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.Faults;
import org.labjanitor.runtime.json.JsonFields;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;

/** Reads a request document, fills in the settings' defaults, and lists every fault it finds. */
public final class InstancesRequestReader {
    private static final Pattern INSTANCE_ID = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final int MOST_REMOVALS = 10_000;

    private final Settings settings;

    public InstancesRequestReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * The request that the document holds.
     *
     * @throws BadRequestException listing every fault
     */
    public InstancesRequest read(Map<String, @Nullable Object> document) {
        Faults faults = new Faults();
        JsonFields fields = new JsonFields(document, faults);
        SweepFields common = new SweepFields(fields);
        Mode mode = common.mode();
        List<String> named = ids(fields, "terminate");
        List<String> regions = common.regions(settings.regions());
        List<String> only = ids(fields, "only");
        InstancesRequest request =
                new InstancesRequest(
                        mode,
                        regions,
                        only,
                        new PolicyReader(settings.preset()).read(fields),
                        budget(fields),
                        action(fields),
                        named,
                        common.reason(named, "terminate"),
                        common.immediate(mode, only),
                        explain(fields, mode, named));
        if (!request.only().isEmpty() && !request.named().isEmpty()) {
            fields.fault(
                    "only", "cannot stand beside terminate: terminate names its instances itself");
        }
        fields.rejectUnknown();
        faults.throwIfAny();
        return request;
    }

    private static boolean explain(JsonFields fields, Mode mode, List<String> named) {
        boolean explain = fields.bool("explain").orElse(false);
        if (explain && (mode != Mode.REPORT || !named.isEmpty())) {
            fields.fault("explain", "is true, which goes with mode report and without terminate");
        }
        return explain;
    }

    private static List<String> ids(JsonFields fields, String key) {
        List<String> ids =
                fields.strings(key, "instance ids, such as [\"i-0123456789abcdef0\"]")
                        .orElse(List.of());
        for (String id : ids) {
            if (!INSTANCE_ID.matcher(id).matches()) {
                fields.fault(
                        key,
                        "holds %s, but must hold instance ids: i- and 17 (or 8) hex digits"
                                .formatted(JsonFields.quoted(id)));
            }
        }
        return ids.stream().distinct().toList();
    }

    private Budget budget(JsonFields fields) {
        Budget byDefault = settings.budget();
        return fields.object("budget")
                .map(budget -> {
                    int count = budget.integer("count", 0, MOST_REMOVALS).orElse(byDefault.count());
                    int percent = budget.integer("percent", 0, 100).orElse(byDefault.percent());
                    budget.rejectUnknown();
                    return new Budget(count, percent);
                })
                .orElse(byDefault);
    }

    private static RemovalAction action(JsonFields fields) {
        return fields.oneOf("action", List.of("terminate", "stop"))
                .filter("stop"::equals)
                .map(_ -> RemovalAction.STOP)
                .orElse(RemovalAction.TERMINATE);
    }
}
