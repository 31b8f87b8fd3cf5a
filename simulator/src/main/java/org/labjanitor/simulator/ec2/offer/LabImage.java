package org.labjanitor.simulator.ec2.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon Machine Image, backed by EBS.
 *
 * @param ownerId the account that owns it
 * @param ownerAlias such as {@code amazon}; null for an account without one
 * @param architecture {@code x86_64} or {@code arm64}
 * @param rootDevice such as {@code /dev/xvda}
 * @param rootGib size of its root volume in GiB
 * @param tokensRequired whether it makes the metadata service version 2 the default of what is
 *     launched from it ({@code ImdsSupport v2.0})
 * @param deprecated when it is deprecated; null is never
 * @param isPublic whether every account may launch it; otherwise its owner only
 */
public record LabImage(
        String id,
        String name,
        String description,
        String ownerId,
        @Nullable String ownerAlias,
        String architecture,
        String rootDevice,
        int rootGib,
        boolean tokensRequired,
        Instant created,
        @Nullable Instant deprecated,
        boolean isPublic) {
    /** A small Linux image of an account's own, never deprecated. */
    public static LabImage of(String id, String name, String ownerId, String architecture) {
        return new LabImage(
                id,
                name,
                name,
                ownerId,
                null,
                architecture,
                "/dev/xvda",
                8,
                false,
                Instant.parse("2026-06-01T00:00:00Z"),
                null,
                false);
    }
}
