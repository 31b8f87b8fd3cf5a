package org.labjanitor.runtime.notice;

import java.util.List;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;

/** What is done to a resource, as a participle: {@code terminated}. */
final class Deed {
    private Deed() {}

    static String of(Action action) {
        return switch (action) {
            case WOULD_TERMINATE, TERMINATE -> "terminated";
            case WOULD_STOP, STOP -> "stopped";
            case WOULD_EMPTY, EMPTY -> "emptied";
            case WOULD_DELETE, DELETE -> "deleted";
            case NONE -> "removed";
        };
    }

    /** The one word for all of them. */
    static String of(List<Candidate> candidates) {
        List<String> deeds =
                candidates.stream().map(Candidate::planned).map(Deed::of).distinct().toList();
        return deeds.size() == 1 ? deeds.getFirst() : "removed";
    }
}
