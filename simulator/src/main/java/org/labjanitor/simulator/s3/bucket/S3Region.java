package org.labjanitor.simulator.s3.bucket;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labjanitor.simulator.s3.event.EventHub;
import org.labjanitor.simulator.service.Place;

/**
 * The buckets of one account in one Region, as their owner sees them from behind the scenes: what
 * is put in here needs no call and leaves no trace in the call log. Safe for use by many threads.
 */
public final class S3Region {
    private final BucketDirectory directory;
    private final Place place;

    public S3Region(BucketDirectory directory, Place place) {
        this.directory = directory;
        this.place = place;
    }

    /**
     * Creates a bucket under any name that S3 allows.
     *
     * @throws IllegalArgumentException where somebody has a bucket of that name
     */
    public Bucket create(String name) {
        BucketNames.require(name);
        return directory
                .add(directory.draft(name, place))
                .orElseThrow(() ->
                        new IllegalArgumentException("there is a bucket of that name: " + name));
    }

    /** The account's bucket of that name in this Region. */
    public Optional<Bucket> find(String name) {
        return directory
                .find(name)
                .filter(bucket -> bucket.ownerAccount().equals(place.accountId()))
                .filter(bucket -> bucket.region().equals(place.region()));
    }

    /** Names of the account's buckets in this Region, sorted. */
    public List<String> names() {
        return all().stream().map(Bucket::name).toList();
    }

    /** The account's buckets in this Region by name. */
    public List<Bucket> all() {
        return directory.ownedBy(place.accountId()).stream()
                .filter(bucket -> bucket.region().equals(place.region()))
                .toList();
    }

    /** Gets every event that a notification configuration of these buckets sends anywhere. */
    public void onEvent(EventHub.Listener listener) {
        directory.events(place).listen(listener);
    }

    /**
     * Lets deleted buckets, those of every account, stay in ListBuckets for so long by the lab's
     * clock, as S3 may do; not at all unless told otherwise.
     */
    public void listAfterDeletion(Duration time) {
        directory.listAfterDeletion(time);
    }
}
