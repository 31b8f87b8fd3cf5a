package org.labjanitor.launcher.result;

import org.jspecify.annotations.Nullable;

/**
 * An instance of the lab, as it was seen last.
 *
 * @param publicIp null where it has none, or none yet
 * @param publicDns null where it has none, or none yet
 * @param privateIp null where it has none yet
 * @param console where the EC2 console shows it; null in a partition whose console is not known
 * @param connect where Session Manager opens a shell on it; null as above
 */
public record LaunchedInstance(
        String id,
        String zone,
        String state,
        @Nullable String publicIp,
        @Nullable String publicDns,
        @Nullable String privateIp,
        @Nullable String console,
        @Nullable String connect) {}
