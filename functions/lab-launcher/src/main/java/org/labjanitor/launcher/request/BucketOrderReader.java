package org.labjanitor.launcher.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.launch.BucketOrder;
import org.labjanitor.launcher.region.KnownRegions;
import org.labjanitor.runtime.json.JsonFields;

/** Reads the buckets of a lab document. */
final class BucketOrderReader {
    private final PatternReader patterns;
    private final String labRegion;
    private final boolean hasRoster;

    BucketOrderReader(Map<String, String> date, String labRegion, boolean hasRoster) {
        this.patterns = new PatternReader(date);
        this.labRegion = labRegion;
        this.hasRoster = hasRoster;
    }

    /** What can be read; each fault is noted. */
    List<BucketOrder> read(JsonFields document) {
        List<BucketOrder> orders = new ArrayList<>();
        for (JsonFields fields : document.list("buckets").orElse(List.of())) {
            boolean perStudent = PerStudent.read(fields, hasRoster);
            if (!fields.has("name")) {
                fields.fault("name", "is missing, such as \"lab-{lab}-{account}\"");
            }
            String name =
                    fields.string("name")
                            .map(text -> patterns.read(fields, "name", text, perStudent))
                            .orElse("");
            String region = fields.string("region").orElse(labRegion);
            if (!region.equals(labRegion)) {
                KnownRegions.fault(region).ifPresent(fault -> fields.fault("region", fault));
            }
            orders.add(
                    new BucketOrder(
                            name, region, fields.bool("versioning").orElse(false), perStudent));
            fields.rejectUnknown();
        }
        return orders;
    }
}
