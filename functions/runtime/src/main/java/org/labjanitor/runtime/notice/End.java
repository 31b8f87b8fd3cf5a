package org.labjanitor.runtime.notice;

import org.labjanitor.runtime.result.Ended;

/** How a resource ended, as its owner sees it; in the order in which a message tells it. */
enum End {
    GONE("Gone", ""),
    EMPTIED("Emptied", "Nothing is left in it; it stays."),
    UNFINISHED("Partly emptied", "The next run goes on with it."),
    REFUSED("Refused", "It could not be removed and is still there; the outcome says why."),
    STILL_THERE("Still there", "Removing it was tried, but no later look showed it to be gone."),
    SPARED("Spared", "Looked at once more right before, it may stay."),
    NOT_REACHED("Not reached", "It is still there; a later run tries again."),
    GONE_BEFORE("Gone before", "It was gone before the janitor touched it.");

    private final String heading;
    private final String meaning;

    End(String heading, String meaning) {
        this.heading = heading;
        this.meaning = meaning;
    }

    /** By what was observed; a resource whose newest verdict keeps it was spared. */
    static End of(Ended ended) {
        return switch (ended.outcome()) {
            case REMOVED -> GONE;
            case EMPTIED -> EMPTIED;
            case UNFINISHED -> UNFINISHED;
            case STILL_THERE -> STILL_THERE;
            case GONE_ALREADY -> GONE_BEFORE;
            case REFUSED -> ended.candidate().removable() ? REFUSED : SPARED;
            case NOT_REACHED -> ended.candidate().removable() ? NOT_REACHED : SPARED;
        };
    }

    String heading() {
        return heading;
    }

    /** One sentence; empty where the heading says all. */
    String meaning() {
        return meaning;
    }
}
