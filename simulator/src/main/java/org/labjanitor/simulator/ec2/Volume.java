package org.labjanitor.simulator.ec2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An EBS volume. It outlives its instance unless it was told not to. */
final class Volume {
    private final String id;
    private final String zone;
    private final VolumeSeed seed;
    private final Instant createTime;
    private final Instant attachTime;
    private @Nullable String instanceId;

    Volume(
            String id,
            String zone,
            VolumeSeed seed,
            Instant createTime,
            Instant attachTime,
            String instanceId) {
        this.id = id;
        this.zone = zone;
        this.seed = seed;
        this.createTime = createTime;
        this.attachTime = attachTime;
        this.instanceId = instanceId;
    }

    String id() {
        return id;
    }

    String zone() {
        return zone;
    }

    String device() {
        return seed.device();
    }

    String type() {
        return seed.type();
    }

    int sizeGib() {
        return seed.sizeGib();
    }

    boolean deleteOnTermination() {
        return seed.deleteOnTermination();
    }

    Instant createTime() {
        return createTime;
    }

    Instant attachTime() {
        return attachTime;
    }

    /** The instance it is attached to, or null. */
    @Nullable String instanceId() {
        return instanceId;
    }

    String state() {
        return instanceId == null ? "available" : "in-use";
    }

    void detach() {
        instanceId = null;
    }
}
