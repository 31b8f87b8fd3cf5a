package org.labjanitor.core.instance;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An EC2 instance as DescribeInstances showed it.
 *
 * @param lastStart {@code LaunchTime}: the last start, moved by every stop and start
 * @param primaryInterfaceAttached attach time of the interface with {@code DeviceIndex} 0: the
 *     first launch, which a restart does not move
 * @param stoppedSince when a stopped instance was stopped, read from {@code StateTransitionReason},
 *     where EC2 gave it
 * @param managedBy principal of the AWS service that manages the instance ({@code Operator})
 * @param spotRequest the request of a Spot instance
 */
public record Instance(
        String id,
        String region,
        String zone,
        String type,
        InstanceState state,
        PurchaseOption purchaseOption,
        boolean detailedMonitoring,
        @Nullable Instant lastStart,
        @Nullable Instant primaryInterfaceAttached,
        @Nullable Instant stoppedSince,
        @Nullable String managedBy,
        @Nullable SpotRequest spotRequest,
        Map<String, String> tags) {
    public Instance {
        tags = Map.copyOf(tags);
    }

    /** The first launch: the earlier of the primary interface's attach time and the last start. */
    public Optional<Instant> firstLaunch() {
        if (lastStart == null || primaryInterfaceAttached == null) {
            return Optional.ofNullable(lastStart == null ? primaryInterfaceAttached : lastStart);
        }
        return Optional.of(
                lastStart.isBefore(primaryInterfaceAttached)
                        ? lastStart
                        : primaryInterfaceAttached);
    }

    /** The same instance, its Spot request known better. */
    public Instance withSpotRequest(SpotRequest request) {
        return new Instance(
                id,
                region,
                zone,
                type,
                state,
                purchaseOption,
                detailedMonitoring,
                lastStart,
                primaryInterfaceAttached,
                stoppedSince,
                managedBy,
                request,
                tags);
    }

    public Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key));
    }

    /** The {@code Name} tag, which the console shows. */
    public Optional<String> name() {
        return tag("Name");
    }
}
