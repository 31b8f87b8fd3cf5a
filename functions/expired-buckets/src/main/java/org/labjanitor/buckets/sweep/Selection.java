package org.labjanitor.buckets.sweep;

import java.util.List;
import java.util.Map;
import org.labjanitor.runtime.grace.Stage;

/**
 * Which buckets a run takes, and how far every candidate is.
 *
 * @param picks those to remove, in order
 * @param stages by name
 */
record Selection(List<JudgedBucket> picks, Map<String, Stage> stages) {
    Selection {
        picks = List.copyOf(picks);
        stages = Map.copyOf(stages);
    }

    /** One that grace does not know stays. */
    Stage stage(String name) {
        return stages.getOrDefault(name, new Stage.Staying());
    }

    Stage stage(JudgedBucket bucket) {
        return stage(bucket.name());
    }

    /** Those that may be removed now. */
    List<JudgedBucket> due() {
        return picks.stream().filter(pick -> isDue(stage(pick))).toList();
    }

    static boolean isDue(Stage stage) {
        return switch (stage) {
            case Stage.Due _, Stage.Immediate _ -> true;
            case Stage.Staying _, Stage.Unwarned _, Stage.Waiting _ -> false;
        };
    }
}
