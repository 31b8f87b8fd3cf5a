package org.labjanitor.buckets.emptying;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request to delete.
 *
 * @param delivered keys that are gone
 * @param again keys to be sent once more; null where there are none
 * @param throttled whether S3 asked for a slower pace
 * @param stumbled whether the request, or most of it, failed for a reason that may pass
 */
record Settlement(int delivered, @Nullable Batch again, boolean throttled, boolean stumbled) {
    static Settlement delivered(int keys) {
        return new Settlement(keys, null, false, false);
    }
}
