package org.labjanitor.runtime.requests;

import java.util.List;
import java.util.stream.Collectors;

/** None of an event's request files could be run; the message says why of each. */
public final class RequestsFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RequestsFailedException(List<FileAnswer> answers) {
        super(answers.stream().map(FileAnswer::sentence).collect(Collectors.joining("; ")));
    }
}
