package org.labjanitor.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens on a machine of the demo.
 *
 * @param megabytesADay what goes over its network
 * @param missingPercent share of its CPU data points that never came
 */
record Habits(Work work, int megabytesADay, int missingPercent, List<Visit> visits) {
    /** Somebody logged in, so long ago. */
    sealed interface Visit {
        Duration ago();

        /** By Session Manager. */
        record Session(Duration ago) implements Visit {}

        /** By EC2 Instance Connect. */
        record InstanceConnect(Duration ago) implements Visit {}
    }

    Habits {
        visits = List.copyOf(visits);
    }

    static Habits of(Work work) {
        return new Habits(work, 1, 0, List.of());
    }

    Habits traffic(int megabytes) {
        return new Habits(work, megabytes, missingPercent, visits);
    }

    Habits missing(int percent) {
        return new Habits(work, megabytesADay, percent, visits);
    }

    Habits visited(Visit visit) {
        List<Visit> more = new ArrayList<>(visits);
        more.add(visit);
        return new Habits(work, megabytesADay, missingPercent, more);
    }
}
