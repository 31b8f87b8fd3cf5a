package org.labjanitor.buckets.request;

import java.util.List;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.core.policy.BucketPolicy;
import org.labjanitor.runtime.settings.Mode;

/**
 * What a run is asked to do, defaults filled in.
 *
 * @param regions names, or {@code all}; empty means the function's own
 * @param only narrows the sweep to these names; empty means every lab bucket
 * @param after what becomes of a bucket once it is empty
 * @param named buckets that a person named outright: their end, notice and grace do not apply to
 *     them, every other rule does; empty means a sweep
 * @param reason why they are to go; empty for a sweep
 * @param immediate whether what {@code only} lists goes without notice and grace
 */
public record BucketsRequest(
        Mode mode,
        List<String> regions,
        List<String> only,
        BucketPolicy policy,
        BucketsBudget budget,
        AfterEmptying after,
        List<String> named,
        String reason,
        boolean immediate) {
    public BucketsRequest {
        regions = List.copyOf(regions);
        only = List.copyOf(only);
        named = List.copyOf(named);
    }

    public boolean isSweep() {
        return named.isEmpty();
    }

    /** Whether owners are warned, and have their grace, before anything goes. */
    public boolean isGraced() {
        return isSweep() && !immediate;
    }

    /** The buckets that the request names, for whatever purpose. */
    public List<String> mentioned() {
        return isSweep() ? only : named;
    }
}
