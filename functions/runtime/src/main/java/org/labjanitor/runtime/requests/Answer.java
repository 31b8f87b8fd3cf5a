package org.labjanitor.runtime.requests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.requests.FileAnswer.State;
import org.labjanitor.runtime.requests.RequestKey.AnswerKind;
import org.labjanitor.runtime.result.RunRecord;
import org.labjanitor.runtime.result.RunStatus;

/**
 * An answer before it is written.
 *
 * @param outcome how far the run got; null where there was none, or it failed
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
record Answer(
        AnswerKind kind, State state, String detail, @Nullable RunStatus outcome, byte[] document) {
    /** A run's result, whole. */
    static Answer of(RunRecord result) {
        try {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            result.writeWhole(document);
            return new Answer(
                    AnswerKind.RESULT, State.RUN, "", result.status(), document.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** Why there is no result. */
    static Answer of(State state, List<String> faults, RequestFile file, Instant at) {
        byte[] document = new ErrorDocument(file.object(), file.runId(), at).of(faults);
        return new Answer(AnswerKind.ERROR, state, String.join("; ", faults), null, document);
    }
}
