package org.labjanitor.runtime.requests;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.result.RunStatus;

/**
 * What became of one request file.
 *
 * @param key the request's key, as the event names it
 * @param versionId as the event names it; null in a bucket without versioning
 * @param detail what a person has to know; empty where the state says all
 * @param runId the run that answered; null where none did
 * @param answer the answer's key; null where there is none
 * @param outcome how far the run got; null where nothing was run
 */
public record FileAnswer(
        String key,
        @Nullable String versionId,
        State state,
        String detail,
        @Nullable String runId,
        @Nullable String answer,
        @Nullable RunStatus outcome) {
    /** What can become of a request file. */
    public enum State {
        /** It was run, and its result lies beside it. */
        RUN,
        /** Its content has faults; they lie beside it. */
        BAD_REQUEST,
        /** This version was run before, or is being run. */
        DUPLICATE,
        /** A newer version was run before. */
        OVERTAKEN,
        /** It was deleted before it was read. */
        GONE,
        /** It is not one of this function's requests; it was not read. */
        REFUSED,
        /** It could not be read, run or answered. */
        FAILED;

        /** The state's name in answers. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the event about it has done its duty and is of no more use. */
    boolean isSettled() {
        return state != State.REFUSED && state != State.FAILED;
    }

    String sentence() {
        return key + ": " + (detail.isEmpty() ? state.id() : detail);
    }
}
