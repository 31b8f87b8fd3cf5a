package org.labjanitor.runtime.function;

import static org.labjanitor.runtime.settings.Settings.ALL_REGIONS;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.labjanitor.runtime.json.JsonFields;
import org.labjanitor.runtime.settings.Mode;

/** The fields that every sweep's request has; what is wrong with them becomes a fault. */
public final class SweepFields {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LONGEST_REASON = 500;

    private final JsonFields fields;

    public SweepFields(JsonFields fields) {
        this.fields = fields;
    }

    /** How far the run goes; {@code report} where the request does not say. */
    public Mode mode() {
        return fields.oneOf("mode", List.of("report", "warn", "clean"))
                .map(mode -> Mode.valueOf(mode.toUpperCase(Locale.ROOT)))
                .orElse(Mode.REPORT);
    }

    /**
     * Whether what the request lists in {@code only} goes without notice and grace, which {@code
     * graceHours: 0} says. It holds for nothing but what a person has listed by name.
     */
    public boolean immediate(Mode mode, List<String> only) {
        boolean immediate = fields.integer("graceHours", 0, 0).isPresent();
        if (immediate && (mode != Mode.CLEAN || only.isEmpty())) {
            fields.fault(
                    "graceHours",
                    "is 0, which goes with mode clean and a list in only: nothing is removed without a"
                            + " notice but what a person has named");
        }
        return immediate;
    }

    /** Region names, or {@code all} alone; {@code byDefault} where the request does not say. */
    public List<String> regions(List<String> byDefault) {
        List<String> regions =
                fields.strings("regions", "Region names, or [\"all\"]").orElse(byDefault);
        for (String region : regions) {
            if (!REGION.matcher(region).matches()) {
                fields.fault(
                        "regions",
                        "holds something that is no Region name: " + JsonFields.quoted(region));
            }
        }
        if (regions.contains(ALL_REGIONS) && regions.size() > 1) {
            fields.fault("regions", "is all and more; allowed are names, or [\"all\"] alone");
        }
        return regions;
    }

    /**
     * Why resources are named outright; empty where the request gives no reason.
     *
     * @param named what the request names
     * @param key the key under which it does
     */
    public String reason(List<String> named, String key) {
        String reason = fields.string("reason").map(String::strip).orElse("");
        if (!named.isEmpty() && reason.isEmpty()) {
            fields.fault(
                    "reason",
                    "is missing, but %s needs one, such as \"asked by the trainer\""
                            .formatted(key));
        }
        if (named.isEmpty() && fields.has("reason") && !fields.has(key)) {
            fields.fault("reason", "is given without %s, which it would explain".formatted(key));
        }
        if (reason.length() > LONGEST_REASON) {
            fields.fault("reason", "is longer than " + LONGEST_REASON + " characters");
        }
        return reason;
    }
}
