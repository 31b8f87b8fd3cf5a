package org.labjanitor.runtime.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a result speaks of.
 *
 * @param zone Availability Zone; null for a resource that has none
 * @param owner value of the owner tag; null means the admin
 * @param since when it was first launched or created; null where that is not known
 */
public record Resource(
        String id,
        @Nullable String name,
        String region,
        @Nullable String zone,
        String type,
        @Nullable String owner,
        @Nullable Instant since) {
    /** A resource whose beginning is not known. */
    public Resource(
            String id,
            @Nullable String name,
            String region,
            @Nullable String zone,
            String type,
            @Nullable String owner) {
        this(id, name, region, zone, type, owner, null);
    }
}
