package org.labjanitor.runtime.result;

import org.jspecify.annotations.Nullable;

/**
 * What a result speaks of.
 *
 * @param zone Availability Zone; null for a resource that has none
 * @param owner value of the owner tag; null means the admin
 */
public record Resource(
        String id,
        @Nullable String name,
        String region,
        @Nullable String zone,
        String type,
        @Nullable String owner) {}
