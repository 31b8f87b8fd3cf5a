package org.labjanitor.buckets.request;

import org.labjanitor.core.budget.Budget;

/**
 * How much one run may remove; whichever is used up first.
 *
 * @param buckets count and share of the lab's buckets
 * @param keys most versions and markers that are deleted, over all buckets
 * @param gigabytes most that is deleted, over all buckets, in units of 10^9 bytes
 */
public record BucketsBudget(Budget buckets, int keys, int gigabytes) {
    private static final long BYTES_PER_GIGABYTE = 1_000_000_000;

    /** How many buckets may be removed where {@code candidates} were looked at; 0 means nothing. */
    public int allowance(int candidates) {
        return keys == 0 || gigabytes == 0 ? 0 : buckets.allowance(candidates);
    }

    public long bytes() {
        return gigabytes * BYTES_PER_GIGABYTE;
    }

    /** For a person. */
    public String text() {
        return "%d buckets or %d %% of the lab's, %,d keys and %,d GB, whichever is less"
                .formatted(buckets.count(), buckets.percent(), keys, gigabytes);
    }
}
