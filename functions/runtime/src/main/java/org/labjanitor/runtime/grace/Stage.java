package org.labjanitor.runtime.grace;

import org.labjanitor.runtime.result.Warning;

/** How far a candidate is on its way from a verdict to a removal. */
public sealed interface Stage {
    /** It stays, and nobody was told otherwise. */
    record Staying() implements Stage {}

    /**
     * It may go, but no notice of it stands, so it stays.
     *
     * @param why such as that the run only reports, that SNS refused the notice, or that the ledger
     *     cannot be used
     */
    record Unwarned(String why) implements Stage {}

    /**
     * Its owner was warned, and it stays for now.
     *
     * @param why until when, or what else it waits for
     */
    record Waiting(Warning warning, String why) implements Stage {}

    /** Its grace is over and removals may happen now. */
    record Due(Warning warning) implements Stage {}

    /** No notice is asked for: a person named it. */
    record Immediate() implements Stage {}
}
