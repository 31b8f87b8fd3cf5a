package org.labjanitor.buckets.emptying;

import org.labjanitor.buckets.emptying.pace.Pace;
import org.labjanitor.buckets.emptying.wire.BucketCalls;

/** What all passes of one emptying share. */
record Job(
        BucketCalls calls,
        Course course,
        Tally tally,
        DeletionBudget budget,
        Repeater repeater,
        Deleter deleter,
        Pace pace) {
    static Job of(BucketCalls calls, Course course, Tally tally, DeletionBudget budget) {
        return new Job(
                calls,
                course,
                tally,
                budget,
                new Repeater(course, tally),
                new Deleter(calls, course, tally, budget),
                new Pace());
    }
}
