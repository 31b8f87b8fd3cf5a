package org.labjanitor.simulator.s3.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an object.
 *
 * @param name as in the event document, such as {@code ObjectCreated:Put} or {@code
 *     ObjectRemoved:DeleteMarkerCreated}
 * @param key the object's key, not encoded
 * @param size bytes; null where something was removed
 * @param eTag with or without its quotes; null where something was removed
 * @param versionId null where versioning was never enabled
 * @param accountId who did it
 */
public record ObjectEvent(
        String name,
        String key,
        @Nullable Long size,
        @Nullable String eTag,
        @Nullable String versionId,
        String accountId,
        String requestId,
        Instant at) {}
