package org.labjanitor.buckets.emptying;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.wire.CallFailedException;
import org.labjanitor.buckets.emptying.wire.S3Error;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * Whether an emptying goes on, and if not, how it ended: the first end counts. Safe for use by many
 * threads.
 */
final class Course {
    private static final Duration LONGEST_RESERVE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final InstantSource clock;
    private final Pause pause;
    private final TimeBudget time;
    private final StopSignal stop;
    private final Instant start;
    private final Duration reserve;
    private volatile @Nullable End end;

    /** How it ended, with a sentence that may be empty. */
    record End(EmptyingEnd kind, String detail) {}

    Course(InstantSource clock, Pause pause, TimeBudget time, StopSignal stop) {
        this.clock = clock;
        this.pause = pause;
        this.time = time;
        this.stop = stop;
        this.start = clock.instant();
        Duration quarter = time.left().dividedBy(4);
        this.reserve = quarter.compareTo(LONGEST_RESERVE) < 0 ? quarter : LONGEST_RESERVE;
    }

    /** Nanoseconds since the start, by the clock of the run. */
    long now() {
        return Duration.between(start, clock.instant()).toNanos();
    }

    /** Whether something new may be started. */
    boolean goesOn() {
        if (end == null && stop.isGiven()) {
            end(EmptyingEnd.STOPPED, "");
        }
        if (end == null && (time.left().isZero() || !time.hasLeft(reserve))) {
            end(EmptyingEnd.OUT_OF_TIME, "");
        }
        return end == null;
    }

    /** Whether what is under way has to be broken off, too. */
    boolean isOver() {
        return end != null && !time.hasLeft(reserve.dividedBy(4));
    }

    synchronized void end(EmptyingEnd kind, String detail) {
        if (end == null) {
            end = new End(kind, detail);
        }
    }

    /** Ends it for a call without which there is no going on. */
    void end(CallFailedException failure) {
        if (failure.kind() == S3Error.Kind.NO_BUCKET) {
            end(EmptyingEnd.GONE, "");
        } else {
            end(EmptyingEnd.FAILED, failure.sentence());
        }
    }

    Optional<End> ended() {
        return Optional.ofNullable(end);
    }

    /** Waits, as long as it goes on. */
    void pause(long nanos) {
        long left = nanos;
        try {
            while (left > 0 && goesOn()) {
                long part = Math.min(left, LONGEST_PAUSE.toNanos());
                pause.of(Duration.ofNanos(part));
                left -= part;
            }
        } catch (InterruptedException e) {
            interrupted();
        }
    }

    /** The thread is asked to stop, and so the emptying is. */
    void interrupted() {
        Thread.currentThread().interrupt();
        end(EmptyingEnd.STOPPED, "");
    }
}
