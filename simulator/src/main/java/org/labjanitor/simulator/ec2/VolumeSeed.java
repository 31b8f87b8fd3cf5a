package org.labjanitor.simulator.ec2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An EBS volume of an instance that comes into the lab.
 *
 * @param sizeGib its size in GiB
 * @param deleteOnTermination whether it goes with its instance; if not it stays and costs
 * @param attachTime when it was attached; null is the first launch of its instance
 */
public record VolumeSeed(
        String device,
        String type,
        int sizeGib,
        boolean deleteOnTermination,
        @Nullable Instant attachTime) {
    /** The device name of the root volume. */
    static final String ROOT_DEVICE = "/dev/xvda";

    /** An 8 GiB gp3 root volume that goes with its instance. */
    public static VolumeSeed root() {
        return new VolumeSeed(ROOT_DEVICE, "gp3", 8, true, null);
    }

    /** A data volume that stays when its instance goes. */
    public static VolumeSeed kept(String device, int sizeGib) {
        return new VolumeSeed(device, "gp3", sizeGib, false, null);
    }
}
