package org.labjanitor.cli.emptying;

import java.util.List;
import java.util.concurrent.Callable;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.inventory.TagReader;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.buckets.removal.PreFlight;
import org.labjanitor.buckets.removal.PreFlight.Picture;
import org.labjanitor.runtime.aws.ParallelCalls;

/** Finds out everything about a bucket that a person has to know first. Reads only. */
public final class BucketLookout {
    private final RegionalClients clients;
    private final PreFlight preFlight;
    private final ParallelCalls parallel = new ParallelCalls(2);

    public BucketLookout(RegionalClients clients) {
        this.clients = clients;
        this.preFlight = new PreFlight(clients);
    }

    /** Looks at a bucket that has to belong to the account. */
    public BucketSight look(String bucket, String account) {
        TagReader reader = new TagReader(clients, account);
        String guess = clients.homeRegion();
        List<Callable<Object>> calls =
                List.of(
                        () -> preFlight.look(bucket, account),
                        () -> reader.read(new ListedBucket(bucket, guess, null)));
        List<Object> answers = parallel.all(calls);
        Picture picture = (Picture) answers.getFirst();
        TagAnswer tags = (TagAnswer) answers.getLast();
        boolean isElsewhere = !picture.region().isEmpty() && !picture.region().equals(guess);
        return new BucketSight(
                bucket,
                account,
                picture,
                isElsewhere ? reader.read(new ListedBucket(bucket, picture.region(), null)) : tags);
    }
}
