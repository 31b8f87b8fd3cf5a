package org.labjanitor.runtime.time;

import java.time.Duration;

/** Waiting: the boundary to the real passing of time, which a test replaces by a clock it turns. */
@FunctionalInterface
public interface Pause {
    void of(Duration length) throws InterruptedException;

    static Pause real() {
        return Thread::sleep;
    }
}
