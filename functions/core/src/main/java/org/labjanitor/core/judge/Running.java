package org.labjanitor.core.judge;

import java.time.Instant;
import org.labjanitor.core.instance.Instance;

/** An instance of which it is known when it was started, first and last. */
record Running(Instance instance, Instant firstLaunch, Instant lastStart) {
    /** An instance that has a launch time. */
    static Running of(Instance instance) {
        Instant firstLaunch = instance.firstLaunch().orElseThrow();
        Instant lastStart = instance.lastStart() == null ? firstLaunch : instance.lastStart();
        return new Running(instance, firstLaunch, lastStart);
    }
}
