package org.labjanitor.launcher.request;

import org.labjanitor.runtime.json.JsonFields;

/** Reads whether each student gets something. */
final class PerStudent {
    private PerStudent() {}

    static boolean read(JsonFields fields, boolean hasRoster) {
        boolean perStudent = fields.bool("perStudent").orElse(false);
        if (perStudent && !hasRoster) {
            fields.fault("perStudent", "is true, but the lab has no roster");
        }
        return perStudent;
    }
}
