package org.labjanitor.instances.removal;

import org.labjanitor.runtime.result.Outcome;

/**
 * What became of an instance that was to go.
 *
 * @param detail the reason, where the outcome does not say all; else empty
 */
public record Removal(Outcome outcome, String detail) {
    private static final Removal OUT_OF_TIME =
            new Removal(Outcome.NOT_REACHED, "time ran out; the next run goes on");

    static Removal of(Outcome outcome) {
        return new Removal(outcome, "");
    }

    static Removal forWantOfTime() {
        return OUT_OF_TIME;
    }

    /** Whether it was not reached because the run's time was over. */
    public boolean outOfTime() {
        return equals(OUT_OF_TIME);
    }
}
