package org.labjanitor.buckets.removal;

import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.EmptyingEnd;
import org.labjanitor.buckets.emptying.EmptyingResult;
import org.labjanitor.runtime.result.Outcome;

/**
 * What became of a bucket that was to be removed.
 *
 * @param detail the reason behind the outcome; empty where the outcome says all
 * @param emptying null where the emptying was not begun
 */
public record BucketRemoval(Outcome outcome, String detail, @Nullable EmptyingResult emptying) {
    private static final BucketRemoval OUT_OF_TIME =
            new BucketRemoval(Outcome.NOT_REACHED, "time ran out; the next run goes on", null);

    /** It was not begun, since the run's time was over. */
    public static BucketRemoval forWantOfTime() {
        return OUT_OF_TIME;
    }

    /** It was not begun, since a person stopped the run. */
    public static BucketRemoval stopped() {
        return new BucketRemoval(Outcome.NOT_REACHED, "the run was stopped", null);
    }

    /** It was gone before it was touched. */
    public static BucketRemoval goneAlready() {
        return new BucketRemoval(Outcome.GONE_ALREADY, "", null);
    }

    /** Whether the next run goes on where this one had to end. */
    public boolean continues() {
        return equals(OUT_OF_TIME)
                || (emptying != null
                        && (emptying.end() == EmptyingEnd.OUT_OF_TIME
                                || emptying.end() == EmptyingEnd.OVER_BUDGET));
    }
}
