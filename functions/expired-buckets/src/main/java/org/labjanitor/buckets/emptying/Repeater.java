package org.labjanitor.buckets.emptying;

import java.util.Optional;
import org.labjanitor.buckets.emptying.wire.CallFailedException;
import org.labjanitor.buckets.emptying.wire.S3Error;

/** Repeats a request without which there is no going on. */
final class Repeater {
    private final Course course;
    private final Tally tally;

    Repeater(Course course, Tally tally) {
        this.course = course;
        this.tally = tally;
    }

    /** A request. */
    @FunctionalInterface
    interface Attempt<T> {
        T go() throws CallFailedException;
    }

    /** The answer; empty where the emptying came to its end instead. */
    <T> Optional<T> call(Attempt<T> attempt) {
        int failures = 0;
        while (course.goesOn()) {
            try {
                return Optional.of(attempt.go());
            } catch (CallFailedException e) {
                failures++;
                if (!mayPass(e.kind(), failures)) {
                    course.end(e);
                    return Optional.empty();
                }
            }
            course.pause(Backoff.after(failures));
        }
        return Optional.empty();
    }

    private boolean mayPass(S3Error.Kind kind, int failures) {
        return switch (kind) {
            case THROTTLE -> {
                tally.throttled(0);
                yield failures < Backoff.THROTTLED_TRIES;
            }
            case PASSING -> failures < Backoff.TRIES;
            case ABSENT, NO_BUCKET, LASTING -> false;
        };
    }
}
