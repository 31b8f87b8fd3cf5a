package org.labjanitor.cli.tagging;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance or a bucket as it was found.
 *
 * @param id instance id, or the bucket's name
 * @param tags keys to values
 * @param begin first launch or creation, from which a ttl counts; null where AWS did not tell
 */
public record Piece(
        Kind kind, String id, String region, Map<String, String> tags, @Nullable Instant begin) {
    public Piece {
        tags = Map.copyOf(tags);
    }

    /** What it is. */
    public enum Kind {
        INSTANCE,
        BUCKET
    }

    /** As a person names it: {@code i-0abc} or {@code s3://lab-ana}. */
    public String address() {
        return kind == Kind.BUCKET ? "s3://" + id : id;
    }
}
