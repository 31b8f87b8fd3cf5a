package org.labjanitor.core.launch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of a lab.
 *
 * @param student whose it is; null: the whole lab's
 */
public record BucketPiece(
        String name,
        String region,
        boolean versioning,
        @Nullable String student,
        Map<String, String> tags) {
    public BucketPiece {
        tags = Map.copyOf(tags);
    }
}
