package org.labjanitor.instances.sweep;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.removal.Removal;

/**
 * How it ended for an instance that was picked for removal.
 *
 * @param judged its newest verdict
 * @param removalOrNull null where the new verdict kept it, so that nothing was tried
 */
record Settled(Judged judged, @Nullable Removal removalOrNull) {
    static Settled spared(Judged judged) {
        return new Settled(judged, null);
    }

    Optional<Removal> removal() {
        return Optional.ofNullable(removalOrNull);
    }

    boolean isSpared() {
        return removalOrNull == null;
    }
}
