package org.labjanitor.launcher.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.launch.NamePattern;
import org.labjanitor.runtime.json.JsonFields;

/**
 * Reads names in which something is to be filled in, and fills in the day.
 *
 * @param date the day, as {@link NamePattern} wants it
 */
record PatternReader(Map<String, String> date) {
    /** The pattern, its day filled in; a fault is noted where it holds what is not known. */
    String read(JsonFields fields, String key, String text, boolean perStudent) {
        List<String> known =
                new ArrayList<>(List.of(NamePattern.LAB, NamePattern.ACCOUNT, NamePattern.DATE));
        if (perStudent) {
            known.add(NamePattern.STUDENT);
        }
        List<String> strangers = new NamePattern(text).strangers(known);
        if (!strangers.isEmpty()) {
            fields.fault(
                    key,
                    "is %s, which holds %s; here it may hold {%s}"
                            .formatted(
                                    JsonFields.quoted(text),
                                    String.join(" and ", strangers),
                                    String.join("}, {", known)));
            return text;
        }
        return text.replace("{" + NamePattern.DATE + "}", date.getOrDefault(NamePattern.DATE, ""));
    }
}
