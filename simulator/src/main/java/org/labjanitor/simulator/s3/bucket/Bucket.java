package org.labjanitor.simulator.s3.bucket;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.event.BucketNotifier;
import org.labjanitor.simulator.s3.event.EventHub;
import org.labjanitor.simulator.s3.event.ObjectEvent;
import org.labjanitor.simulator.s3.object.ObjectSpace;
import org.labjanitor.simulator.s3.policy.BucketPolicy;
import org.labjanitor.simulator.service.Place;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/**
 * One bucket: who owns it, where it is, how it is configured, and what is in it. Every change of
 * the configuration moves {@link #changedAt}. Safe for use by many threads.
 */
public final class Bucket {
    private final String name;
    private final Place home;
    private final InstantSource clock;
    private final ObjectSpace objects = new ObjectSpace();
    private final BucketSettings settings = new BucketSettings();
    private final BucketNotifier notifier;
    private volatile Instant createdAt;
    private volatile Instant changedAt;
    private volatile Versioning versioning = Versioning.NEVER;
    private volatile boolean mfaDelete;
    private volatile Map<String, String> tags = Map.of();
    private volatile @Nullable BucketPolicy policy;

    /**
     * A bucket as it is right after its creation.
     *
     * @param home its owner's account and its Region
     * @param events where its notifications go
     */
    public Bucket(String name, Place home, InstantSource clock, EventHub events) {
        this.name = requireNonNull(name);
        this.home = requireNonNull(home);
        this.clock = requireNonNull(clock);
        this.notifier = new BucketNotifier(name, home, events);
        this.createdAt = clock.instant();
        this.changedAt = createdAt;
    }

    public String name() {
        return name;
    }

    public String region() {
        return home.region();
    }

    public String ownerAccount() {
        return home.accountId();
    }

    public ObjectSpace objects() {
        return objects;
    }

    /** The true date of creation, which ListBuckets tells in us-east-1 only. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Makes the bucket one that was created, and last changed, back then. */
    public void createdAt(Instant instant) {
        createdAt = instant;
        changedAt = instant;
    }

    /** When its configuration was last changed, or else when it was created. */
    public Instant changedAt() {
        return changedAt;
    }

    private void touch() {
        changedAt = clock.instant();
    }

    public Versioning versioning() {
        return versioning;
    }

    public void versioning(Versioning state) {
        versioning = state;
        touch();
    }

    public boolean mfaDelete() {
        return mfaDelete;
    }

    public void mfaDelete(boolean on) {
        mfaDelete = on;
        touch();
    }

    /** The bucket's tags, in the order in which they were put. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Replaces every tag. */
    public void tags(Map<String, String> all) {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        touch();
    }

    public Optional<BucketPolicy> policy() {
        return Optional.ofNullable(policy);
    }

    /**
     * Replaces the bucket's policy.
     *
     * @throws org.labjanitor.simulator.wire.AwsError as PutBucketPolicy refuses
     */
    public void policy(String json) {
        policy = BucketPolicy.parse(json, name);
        touch();
    }

    public void removePolicy() {
        policy = null;
        touch();
    }

    /**
     * A part of the configuration in the SDK's type, such as {@code WebsiteConfiguration}; empty
     * where the bucket has none.
     */
    public Optional<SdkPojo> setting(Setting setting) {
        return settings.get(setting);
    }

    /** Replaces a part of the configuration; the value is what the SDK's put request carries. */
    public void setting(Setting setting, SdkPojo value) {
        settings.put(setting, value);
        if (value instanceof NotificationConfiguration configuration) {
            notifier.configure(configuration);
        }
        touch();
    }

    public void removeSetting(Setting setting) {
        settings.remove(setting);
        touch();
    }

    /** Whether notifications go anywhere at all. */
    public boolean isWatched() {
        return notifier.isConfigured();
    }

    /** Tells whoever the bucket's notifications go to what has happened to one of its objects. */
    public void happened(ObjectEvent event) {
        notifier.happened(event);
    }

    /** Sends the message with which S3 tries out a new notification configuration. */
    void testNotifications(String requestId) {
        notifier.test(clock.instant(), requestId);
    }
}
