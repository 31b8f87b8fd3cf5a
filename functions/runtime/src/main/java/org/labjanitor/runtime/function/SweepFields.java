package org.labjanitor.runtime.function;

import static org.labjanitor.runtime.settings.Settings.ALL_REGIONS;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labjanitor.runtime.json.JsonFields;
import org.labjanitor.runtime.settings.Mode;

/** The fields that every sweep's request has; what is wrong with them becomes a fault. */
public final class SweepFields {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    private final JsonFields fields;

    public SweepFields(JsonFields fields) {
        this.fields = fields;
    }

    /** How far the run goes; {@code report} where the request does not say. */
    public Mode mode() {
        Optional<String> mode = fields.oneOf("mode", List.of("report", "warn", "clean"));
        if (mode.filter("warn"::equals).isPresent()) {
            fields.fault(
                    "mode",
                    "is \"warn\", which this function does not know yet; allowed are report and clean");
        }
        return mode.filter("clean"::equals).map(_ -> Mode.CLEAN).orElse(Mode.REPORT);
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
}
