package org.labjanitor.cli.emptying;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.EmptyingEnd;
import org.labjanitor.buckets.emptying.EmptyingProgress;
import org.labjanitor.buckets.emptying.EmptyingResult;
import org.labjanitor.buckets.emptying.Refusal;
import org.labjanitor.buckets.removal.BucketRemoval;
import org.labjanitor.runtime.result.Deletions;
import org.labjanitor.runtime.result.Outcome;

/**
 * What became of a bucket that a person wanted to empty.
 *
 * @param latest the last word about how far it was
 * @param time how long it took, from the first change on
 */
public record Emptied(
        BucketSight sight, BucketRemoval removal, EmptyingProgress latest, Duration time) {
    public boolean isDone() {
        return switch (removal.outcome()) {
            case REMOVED, EMPTIED, GONE_ALREADY -> true;
            case UNFINISHED, STILL_THERE, REFUSED, NOT_REACHED -> false;
        };
    }

    /** Whether something is gone that was there before. */
    public boolean hasDeleted() {
        return keys() + deletions().uploads() > 0 || removal.outcome() == Outcome.REMOVED;
    }

    /** Whether a person stopped it before its end. */
    public boolean isStopped() {
        return !isDone() && end() == EmptyingEnd.STOPPED;
    }

    /** How far it came: its own count, and the listing as it was last heard of. */
    EmptyingProgress standing() {
        return new EmptyingProgress(
                Math.max(latest.listed(), keys()),
                keys(),
                latest.refused(),
                latest.throttles(),
                latest.listingDone());
    }

    Deletions deletions() {
        EmptyingResult emptying = removal.emptying();
        return emptying == null ? new Deletions(0, 0, 0, 0) : emptying.deletions();
    }

    List<Refusal> refusals() {
        EmptyingResult emptying = removal.emptying();
        return emptying == null ? List.of() : emptying.refusals();
    }

    /** How the emptying ended; null where it was not begun. */
    @Nullable EmptyingEnd end() {
        EmptyingResult emptying = removal.emptying();
        return emptying == null ? null : emptying.end();
    }

    long keys() {
        return deletions().versions() + deletions().markers();
    }

    /** Keys deleted per second; 0 where it took no time that could be measured. */
    long keysPerSecond() {
        return time.toMillis() == 0 ? 0 : keys() * 1000 / time.toMillis();
    }
}
