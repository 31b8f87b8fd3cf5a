package org.labjanitor.runtime.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a look afterwards showed; never what an answer promised. */
public enum Outcome {
    /** It is gone, or on its way with its billing ended. */
    REMOVED,
    /** Nothing is left in it; it stays, as was asked. */
    EMPTIED,
    /** Part of it is gone; the next run goes on. */
    UNFINISHED,
    /** A removal was tried, and no later look showed it to be gone. */
    STILL_THERE,
    /** Removing it was refused; the detail says by whom. */
    REFUSED,
    /** It was gone before this run touched it. */
    GONE_ALREADY,
    /** It may go, but this run did not get to it; the detail says why. */
    NOT_REACHED;

    /** The outcome with an id; empty where there is none. */
    public static Optional<Outcome> withId(String id) {
        return Arrays.stream(values()).filter(outcome -> outcome.id().equals(id)).findFirst();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
