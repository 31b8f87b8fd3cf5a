package org.labjanitor.bench.coldstart;

import java.time.Duration;

/**
 * One cold start.
 *
 * @param init from the process's start until it asks for its first event
 * @param first from there until its answer
 * @param cpu what all its threads have worked until its answer, in steps of 10 ms
 */
record Sample(Duration init, Duration first, Duration cpu) {
    Duration total() {
        return init.plus(first);
    }
}
