package org.labjanitor.runtime.grace;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labjanitor.core.grace.Notice;

/**
 * What SNS accepted of a run's messages, by ids of resources.
 *
 * @param notices warnings, with their deadlines
 * @param withdrawn warnings taken back
 * @param told ends
 */
record Said(Map<String, Notice> notices, Set<String> withdrawn, Set<String> told) {
    Said {
        notices = Map.copyOf(notices);
        withdrawn = Set.copyOf(withdrawn);
        told = Set.copyOf(told);
    }

    Optional<Notice> notice(String id) {
        return Optional.ofNullable(notices.get(id));
    }
}
