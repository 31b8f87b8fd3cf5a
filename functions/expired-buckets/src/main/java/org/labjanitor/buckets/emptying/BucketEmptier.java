package org.labjanitor.buckets.emptying;

import java.time.InstantSource;
import org.labjanitor.buckets.emptying.wire.BucketCalls;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/** Deletes every version, delete marker and open upload of a bucket. */
public final class BucketEmptier {
    private final AwsClients clients;
    private final InstantSource clock;
    private final Pause pause;

    public BucketEmptier(AwsClients clients, InstantSource clock, Pause pause) {
        this.clients = clients;
        this.clock = clock;
        this.pause = pause;
    }

    /** Empties the bucket as far as budget, time and S3 allow; never throws for what S3 says. */
    public EmptyingResult empty(
            EmptyingOrder order,
            DeletionBudget budget,
            TimeBudget time,
            StopSignal stop,
            EmptyingListener listener) {
        Course course = new Course(clock, pause, time, stop);
        Tally tally = new Tally(order.bucket(), listener);
        BucketCalls calls = new BucketCalls(clients, order.bucket(), order.region(), order.owner());
        Job job = Job.of(calls, course, tally, budget);
        return new Emptying(order.versioned(), job).run();
    }
}
