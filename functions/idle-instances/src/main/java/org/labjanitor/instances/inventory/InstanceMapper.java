package org.labjanitor.instances.inventory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.PurchaseOption;
import org.labjanitor.core.instance.SpotRequest;
import org.labjanitor.core.instance.SpotRequest.Persistence;
import software.amazon.awssdk.services.ec2.model.DeviceType;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.MonitoringState;
import software.amazon.awssdk.services.ec2.model.Tag;

/** From EC2's description of an instance to ours. */
final class InstanceMapper {
    /** EC2 documents the high byte of a state code as opaque. */
    private static final int STATE_CODE_MASK = 0xff;

    private static final Pattern STOPPED_AT =
            Pattern.compile("\\((\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}) GMT\\)");
    private static final DateTimeFormatter STOPPED_AT_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final String region;

    InstanceMapper(String region) {
        this.region = region;
    }

    LabInstance map(software.amazon.awssdk.services.ec2.model.Instance seen) {
        return new LabInstance(
                instance(seen),
                seen.rootDeviceType() == DeviceType.INSTANCE_STORE,
                seen.blockDeviceMappings().stream()
                        .filter(InstanceMapper::staysBehind)
                        .map(mapping -> mapping.ebs().volumeId())
                        .toList());
    }

    private Instance instance(software.amazon.awssdk.services.ec2.model.Instance seen) {
        return new Instance(
                seen.instanceId(),
                region,
                seen.placement() == null ? "" : seen.placement().availabilityZone(),
                seen.instanceTypeAsString(),
                state(seen),
                purchaseOption(seen.instanceLifecycleAsString()),
                seen.monitoring() != null && seen.monitoring().state() == MonitoringState.ENABLED,
                seen.launchTime(),
                primaryInterfaceAttached(seen),
                stoppedSince(seen.stateTransitionReason()),
                managedBy(seen),
                spotRequest(seen.spotInstanceRequestId()),
                tags(seen));
    }

    private static boolean staysBehind(InstanceBlockDeviceMapping mapping) {
        return mapping.ebs() != null
                && mapping.ebs().volumeId() != null
                && !Boolean.TRUE.equals(mapping.ebs().deleteOnTermination());
    }

    private static InstanceState state(software.amazon.awssdk.services.ec2.model.Instance seen) {
        if (seen.state() == null || seen.state().code() == null) {
            return InstanceState.UNKNOWN;
        }
        return switch (seen.state().code() & STATE_CODE_MASK) {
            case 0 -> InstanceState.PENDING;
            case 16 -> InstanceState.RUNNING;
            case 32 -> InstanceState.SHUTTING_DOWN;
            case 48 -> InstanceState.TERMINATED;
            case 64 -> InstanceState.STOPPING;
            case 80 -> InstanceState.STOPPED;
            default -> InstanceState.UNKNOWN;
        };
    }

    private static PurchaseOption purchaseOption(@Nullable String lifecycle) {
        if (lifecycle == null) {
            return PurchaseOption.ON_DEMAND;
        }
        return switch (lifecycle) {
            case "spot" -> PurchaseOption.SPOT;
            case "scheduled" -> PurchaseOption.SCHEDULED;
            case "capacity-block" -> PurchaseOption.CAPACITY_BLOCK;
            default -> PurchaseOption.OTHER;
        };
    }

    /** By device index, since the order of nested lists is not guaranteed. */
    private static @Nullable Instant primaryInterfaceAttached(
            software.amazon.awssdk.services.ec2.model.Instance seen) {
        for (InstanceNetworkInterface networkInterface : seen.networkInterfaces()) {
            var attachment = networkInterface.attachment();
            if (attachment != null
                    && attachment.deviceIndex() != null
                    && attachment.deviceIndex() == 0) {
                return attachment.attachTime();
            }
        }
        return null;
    }

    private static @Nullable Instant stoppedSince(@Nullable String reason) {
        Matcher matcher = STOPPED_AT.matcher(reason == null ? "" : reason);
        if (!matcher.find()) {
            return null;
        }
        try {
            return LocalDateTime.parse(matcher.group(1), STOPPED_AT_FORMAT)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String managedBy(
            software.amazon.awssdk.services.ec2.model.Instance seen) {
        if (seen.operator() == null || !Boolean.TRUE.equals(seen.operator().managed())) {
            return null;
        }
        String principal = seen.operator().principal();
        return principal == null ? "an AWS service" : principal;
    }

    private static @Nullable SpotRequest spotRequest(@Nullable String requestId) {
        return requestId == null ? null : new SpotRequest(requestId, Persistence.UNKNOWN);
    }

    private static Map<String, String> tags(
            software.amazon.awssdk.services.ec2.model.Instance seen) {
        Map<String, String> tags = new HashMap<>();
        for (Tag tag : seen.tags()) {
            tags.put(tag.key(), tag.value() == null ? "" : tag.value());
        }
        return tags;
    }
}
