package org.labjanitor.runtime.requests;

import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.requests.FileAnswer.State;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.trigger.RequestObject;

/**
 * An object that an event names.
 *
 * @param runId the run that it is given to
 */
record RequestFile(RequestObject object, String runId) {
    /** What became of it where nothing was written beside it. */
    FileAnswer without(State state, String detail) {
        return new FileAnswer(object.key(), object.versionId(), state, detail, null, null, null);
    }

    /**
     * What became of it where it was run, or tried.
     *
     * @param answer the answer's key; null where it could not be written
     */
    FileAnswer with(
            State state, String detail, @Nullable String answer, @Nullable RunStatus outcome) {
        return new FileAnswer(
                object.key(), object.versionId(), state, detail, runId, answer, outcome);
    }
}
