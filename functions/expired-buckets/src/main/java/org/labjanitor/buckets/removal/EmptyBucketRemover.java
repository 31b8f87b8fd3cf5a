package org.labjanitor.buckets.removal;

import org.labjanitor.buckets.emptying.EmptyingOrder;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.time.Pause;

/**
 * Deletes a bucket that is empty already, and looks again. What is in a bucket is never touched
 * here: S3 itself refuses to delete one that holds anything.
 */
public final class EmptyBucketRemover {
    private static final String NOT_EMPTY = "something is in it";

    private final RegionalClients clients;
    private final Pause pause;

    public EmptyBucketRemover(RegionalClients clients, Pause pause) {
        this.clients = clients;
        this.pause = pause;
    }

    /** Removes the bucket if nothing is in it; never throws for what S3 says. */
    public BucketRemoval remove(EmptyingOrder order) {
        BucketEnd bucket = new BucketEnd(clients, order, pause);
        BucketEnd.Answer seen = bucket.seenEmpty();
        if (seen.kind() != BucketEnd.Kind.DONE) {
            return refused(seen);
        }
        BucketEnd.Answer deleted = bucket.delete();
        if (deleted.kind() != BucketEnd.Kind.DONE) {
            return refused(deleted);
        }
        BucketEnd.Answer look = bucket.look();
        return new BucketRemoval(
                look.kind() == BucketEnd.Kind.DONE ? Outcome.REMOVED : Outcome.STILL_THERE,
                look.detail(),
                null);
    }

    private static BucketRemoval refused(BucketEnd.Answer answer) {
        return new BucketRemoval(
                Outcome.REFUSED,
                answer.kind() == BucketEnd.Kind.NOT_EMPTY ? NOT_EMPTY : answer.detail(),
                null);
    }
}
