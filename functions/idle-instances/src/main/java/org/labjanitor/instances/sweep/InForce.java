package org.labjanitor.instances.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.runtime.settings.GraceSettings;
import org.labjanitor.runtime.settings.Settings;

/** The settings that a run went by, for its result. */
final class InForce {
    private final Settings settings;

    InForce(Settings settings) {
        this.settings = settings;
    }

    /** Names to values, in the order in which a person reads them. */
    Map<String, String> of(InstancesRequest request, List<String> regions) {
        Map<String, String> inForce = new LinkedHashMap<>();
        inForce.put("labTag", settings.labTag());
        inForce.put("regions", String.join(", ", regions));
        inForce.put("policy", PolicyText.of(request.policy()));
        inForce.put("budget", ItemWriter.text(request.budget()));
        inForce.put("action", request.action().name().toLowerCase(Locale.ROOT));
        if (!request.graced()) {
            inForce.put("grace", "none");
        } else if (settings.grace().stateBucket() != null) {
            putGrace(inForce, settings.grace());
        }
        if (!request.isSweep()) {
            inForce.put("reason", request.reason());
        }
        return inForce;
    }

    /** Without a ledger nothing has a grace that could be told of. */
    private static void putGrace(Map<String, String> inForce, GraceSettings grace) {
        inForce.put("grace", grace.grace().toHours() + " h");
        inForce.put("noticeLimit", grace.noticeLimit().toDays() + " days");
        inForce.put("removalHours", Objects.toString(grace.hours(), "any"));
    }
}
