package org.labjanitor.buckets.sweep;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.runtime.settings.GraceSettings;
import org.labjanitor.runtime.settings.Settings;

/** The settings that a run went by, for its result. */
final class InForce {
    private final Settings settings;

    InForce(Settings settings) {
        this.settings = settings;
    }

    /** Names to values, in the order in which a person reads them. */
    Map<String, String> of(BucketsRequest request, List<String> regions) {
        Map<String, String> inForce = new LinkedHashMap<>();
        inForce.put("labTag", settings.labTag());
        inForce.put("bucketPrefix", request.policy().namePrefix());
        inForce.put("regions", String.join(", ", regions));
        Duration lifetime = request.policy().lifetime();
        inForce.put("lifetime", lifetime == null ? "none" : TagTime.text(lifetime));
        inForce.put("budget", request.budget().text());
        inForce.put("after", request.after().name().toLowerCase(Locale.ROOT));
        if (request.isGraced()) {
            putGrace(inForce, settings.grace());
        } else {
            inForce.put("grace", "none");
        }
        if (!request.isSweep()) {
            inForce.put("reason", request.reason());
        }
        return inForce;
    }

    private static void putGrace(Map<String, String> inForce, GraceSettings grace) {
        inForce.put("grace", grace.grace().toHours() + " h");
        inForce.put("noticeLimit", grace.noticeLimit().toDays() + " days");
        inForce.put("removalHours", Objects.toString(grace.hours(), "any"));
    }
}
