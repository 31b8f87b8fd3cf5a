package org.labjanitor.instances.sweep;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.labjanitor.runtime.grace.Stage;
import org.labjanitor.runtime.result.Warning;

/** How far each instance of a run is on its way to a removal, by its id. */
record Stages(Map<String, Stage> byId) {
    Stages {
        byId = Map.copyOf(byId);
    }

    /** The notice that stands. */
    Optional<Warning> warning(String id) {
        return switch (byId.get(id)) {
            case Stage.Waiting(var warning, _) -> Optional.of(warning);
            case Stage.Due(var warning) -> Optional.of(warning);
            case Stage.Staying _, Stage.Unwarned _, Stage.Immediate _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** The end of the grace; the far future where no notice stands. */
    Instant deadline(String id) {
        return warning(id).map(Warning::deadline).orElse(Instant.MAX);
    }

    /** Why it does not go now although it may; empty where nothing stands in the way. */
    String why(String id) {
        return switch (byId.get(id)) {
            case Stage.Waiting(_, String why) -> why;
            case Stage.Unwarned(String why) -> why;
            case Stage.Staying _, Stage.Due _, Stage.Immediate _ -> "";
            case null -> "";
        };
    }

    /** Whether it may go now: its grace is over, or a person named it. */
    boolean isDue(String id) {
        return byId.get(id) instanceof Stage.Due || byId.get(id) instanceof Stage.Immediate;
    }

    /** Whether it may go, but no notice of it stands. */
    boolean isUnwarned(String id) {
        return byId.get(id) instanceof Stage.Unwarned;
    }

    /** Whether it may not go, and nobody was told otherwise. */
    boolean isStaying(String id) {
        return byId.get(id) instanceof Stage.Staying;
    }
}
