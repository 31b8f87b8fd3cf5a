package org.labjanitor.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

/** Reads the list of faults that {@code POST /_lab/faults} takes. */
final class FaultDocument {
    private static final Set<String> KNOWN =
            Set.of(
                    "service",
                    "operation",
                    "region",
                    "call",
                    "kind",
                    "code",
                    "status",
                    "delay",
                    "times");

    private FaultDocument() {}

    static List<Fault> read(JsonNode document) {
        if (!document.isArray()) {
            throw new BadDocument("expected a list of faults");
        }
        List<Fault> faults = new ArrayList<>();
        for (JsonNode item : document) {
            faults.add(fault(new Fields(item, KNOWN)));
        }
        return faults;
    }

    private static Fault fault(Fields fields) {
        FaultKind kind =
                fields.parsed("kind", text -> FaultKind.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElseThrow(() -> new BadDocument("'kind' is missing"));
        String operation =
                fields.text("operation")
                        .orElseThrow(() -> new BadDocument("'operation' is missing"));
        boolean every = isEvery(fields);
        try {
            return new Fault(
                    kind,
                    fields.text("service").orElse(null),
                    operation,
                    fields.text("region").orElse(null),
                    every ? 1 : fields.number("call").orElse(1),
                    fields.number("times").orElse(every ? Integer.MAX_VALUE : 1),
                    fields.text("code").orElse(null),
                    fields.number("status").orElse(500),
                    fields.parsed("delay", Duration::parse).orElse(Duration.ZERO));
        } catch (IllegalArgumentException e) {
            throw new BadDocument(String.valueOf(e.getMessage()));
        }
    }

    /** Whether every call is meant, as it also is where nothing is said. */
    private static boolean isEvery(Fields fields) {
        return fields.field("call")
                .map(value -> value.isTextual() && value.textValue().equals("every"))
                .orElse(true);
    }
}
