package org.labjanitor.core.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instances of one kind that a lab is to have.
 *
 * @param name tells them from the lab's others
 * @param count how many; for each student where they are the students'
 * @param zone Availability Zone; null: EC2 chooses
 * @param keyName key pair; null: there is none, and Session Manager is the way in
 * @param instanceProfile name of the instance profile; null: none
 * @param subnet null: the default subnet of the default VPC
 * @param securityGroups ids; empty: the VPC's default group
 * @param userData plain text; null: none
 * @param spot whether Spot capacity is asked for
 * @param perStudent whether every student of the roster gets these
 */
public record InstanceOrder(
        String name,
        ImageChoice image,
        String type,
        Count count,
        @Nullable String zone,
        @Nullable String keyName,
        @Nullable String instanceProfile,
        @Nullable String subnet,
        List<String> securityGroups,
        @Nullable String userData,
        boolean spot,
        boolean perStudent) {
    public InstanceOrder {
        securityGroups = List.copyOf(securityGroups);
    }
}
