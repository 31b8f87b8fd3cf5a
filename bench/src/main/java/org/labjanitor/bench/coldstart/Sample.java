package org.labjanitor.bench.coldstart;

import java.time.Duration;

/**
 * One cold start.
 *
 * @param init from the process's start until it asks for its first event
 * @param first from there until its answer
 */
record Sample(Duration init, Duration first) {
    Duration total() {
        return init.plus(first);
    }
}
