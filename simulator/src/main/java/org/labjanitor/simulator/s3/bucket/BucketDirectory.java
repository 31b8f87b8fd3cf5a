package org.labjanitor.simulator.s3.bucket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.identity.Accounts;
import org.labjanitor.simulator.s3.event.EventHub;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsError;

/** Every bucket of every account: one name space for all. Safe for use by many threads. */
public final class BucketDirectory {
    /** A bucket that is gone but may still be listed. */
    private record Departed(Bucket bucket, Instant since) {}

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Departed> departed = new ConcurrentHashMap<>();
    private final PerPlace<EventHub> events = new PerPlace<>(place -> new EventHub());
    private final InstantSource clock;
    private final BucketAccess access;
    private volatile Duration listedAfterDeletion = Duration.ZERO;

    public BucketDirectory(Accounts accounts, InstantSource clock) {
        this.clock = clock;
        this.access = new BucketAccess(accounts);
    }

    /** A bucket that is not in the directory yet. */
    Bucket draft(String name, Place home) {
        return new Bucket(name, home, clock, events.at(home));
    }

    /** Adds the bucket; empty, and nothing is changed, where the name is taken. */
    Optional<Bucket> add(Bucket bucket) {
        return buckets.putIfAbsent(bucket.name(), bucket) == null
                ? Optional.of(bucket)
                : Optional.empty();
    }

    public Optional<Bucket> find(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    void remove(Bucket bucket) {
        if (buckets.remove(bucket.name(), bucket)) {
            departed.put(bucket.name(), new Departed(bucket, clock.instant()));
        }
    }

    /** For how long of the lab's time a deleted bucket stays in the list. */
    void listAfterDeletion(Duration time) {
        listedAfterDeletion = time;
    }

    EventHub events(Place place) {
        return events.at(place);
    }

    /** The account's buckets by name. */
    List<Bucket> ownedBy(String accountId) {
        return sorted(buckets.values().stream(), accountId);
    }

    /** What ListBuckets shows: the account's buckets, and those that it lately had. */
    List<Bucket> listedFor(String accountId) {
        Instant oldest = clock.instant().minus(listedAfterDeletion);
        Stream<Bucket> ghosts =
                departed.values().stream()
                        .filter(gone -> gone.since().isAfter(oldest))
                        .map(Departed::bucket)
                        .filter(gone -> !buckets.containsKey(gone.name()));
        return sorted(Stream.concat(buckets.values().stream(), ghosts), accountId);
    }

    private static List<Bucket> sorted(Stream<Bucket> buckets, String accountId) {
        return buckets.filter(bucket -> bucket.ownerAccount().equals(accountId))
                .sorted(Comparator.comparing(Bucket::name))
                .toList();
    }

    /**
     * The bucket that a call is about, if the call may do what it is about to.
     *
     * @param expectedOwner value of {@code x-amz-expected-bucket-owner}
     * @param action such as {@code s3:DeleteObjectVersion}
     * @param key the object's key; null for an action on the bucket itself, or for an action on
     *     objects that has to be allowed for every key
     * @throws AwsError as S3 refuses: NoSuchBucket, PermanentRedirect,
     *     AuthorizationHeaderMalformed, AccessDenied
     */
    public Bucket require(
            CallContext context,
            String name,
            @Nullable String expectedOwner,
            String action,
            @Nullable String key) {
        return require(context, name, expectedOwner, action, key, Map.of());
    }

    /**
     * As the other, with what the call says about itself.
     *
     * @param conditions values of condition keys of policies, such as {@code s3:prefix}
     */
    public Bucket require(
            CallContext context,
            String name,
            @Nullable String expectedOwner,
            String action,
            @Nullable String key,
            Map<String, String> conditions) {
        Bucket bucket = find(name).orElseThrow(() -> S3Errors.noSuchBucket(name));
        access.check(context, bucket, expectedOwner);
        access.authorize(context, bucket, action, key, conditions);
        return bucket;
    }
}
