package org.labjanitor.runtime.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run told people, and what the ledger says of it.
 *
 * @param sent messages, accepted or not
 * @param departed ids of resources that were warned of and went without the janitor
 * @param total savings since the ledger began; null where there is no ledger
 */
public record Correspondence(
        List<SentNotice> sent, List<String> departed, @Nullable RunningTotal total) {
    public Correspondence {
        sent = List.copyOf(sent);
        departed = List.copyOf(departed);
    }

    /** Nothing was said. */
    public static Correspondence none() {
        return new Correspondence(List.of(), List.of(), null);
    }

    public boolean allAccepted() {
        return sent.stream().allMatch(SentNotice::accepted);
    }
}
