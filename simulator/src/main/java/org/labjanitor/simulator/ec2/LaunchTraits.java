package org.labjanitor.simulator.ec2;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;

/**
 * What only a launch through the API gives an instance.
 *
 * @param profileArn ARN of its instance profile
 * @param userData its user data in Base64
 * @param publicAddress whether it has a public address while it runs
 */
record LaunchTraits(
        @Nullable String profileArn,
        @Nullable String userData,
        InstanceMetadataOptionsResponse metadata,
        boolean publicAddress) {}
