package org.labjanitor.launcher.look;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bucket's name stands for. */
public sealed interface BucketSight {
    /** For no bucket. */
    record Free() implements BucketSight {}

    /**
     * For the lab's own bucket.
     *
     * @param end when its time is over; null where its tag does not say, or cannot be read
     */
    record Ours(@Nullable Instant end) implements BucketSight {
        /** When its time is over. */
        public Optional<Instant> lasting() {
            return Optional.ofNullable(end);
        }
    }

    /** For one that the lab cannot have; {@code why} is a sentence. */
    record Taken(String why) implements BucketSight {}
}
