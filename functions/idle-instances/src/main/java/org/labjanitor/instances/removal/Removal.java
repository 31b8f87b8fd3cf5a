package org.labjanitor.instances.removal;

import org.labjanitor.runtime.result.Outcome;

/**
 * What became of an instance that was to go.
 *
 * @param detail the reason, where the outcome does not say all; else empty
 */
public record Removal(Outcome outcome, String detail) {
    static Removal of(Outcome outcome) {
        return new Removal(outcome, "");
    }
}
