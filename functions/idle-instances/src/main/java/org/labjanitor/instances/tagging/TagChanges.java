package org.labjanitor.instances.tagging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to change on the instances of a Region.
 *
 * @param idsByText the text that instances get
 * @param idsToClear instances that lose theirs
 */
public record TagChanges(Map<String, List<String>> idsByText, List<String> idsToClear) {
    public TagChanges {
        idsByText = new LinkedHashMap<>(idsByText);
        idsToClear = List.copyOf(idsToClear);
    }
}
