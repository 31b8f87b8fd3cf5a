package org.labjanitor.runtime.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that only buckets have.
 *
 * @param prefix {@code JANITOR_BUCKET_PREFIX}: what a lab bucket's name begins with
 * @param lifetime {@code JANITOR_BUCKET_LIFETIME}: how long a bucket without an expiry tag may
 *     live; null: for ever
 * @param deletes {@code JANITOR_BUCKET_AFTER}: whether an emptied bucket is deleted as well, or
 *     kept so that no stranger can take its name
 * @param mostKeys {@code JANITOR_BUDGET_KEYS}: most versions and markers that one run deletes
 * @param mostGigabytes {@code JANITOR_BUDGET_GIGABYTES}: most that one run deletes, in units of
 *     10^9 bytes
 * @param own {@code JANITOR_OWN_BUCKETS}: the janitor's own buckets, names separated by commas
 */
public record BucketSettings(
        String prefix,
        @Nullable Duration lifetime,
        boolean deletes,
        int mostKeys,
        int mostGigabytes,
        List<String> own) {
    /** Most keys, and most gigabytes, that a budget may allow. */
    public static final int MOST = 1_000_000_000;

    public BucketSettings {
        own = List.copyOf(own);
    }

    /** What holds where nothing is set. */
    public static BucketSettings defaults() {
        return Settings.defaults().buckets();
    }
}
