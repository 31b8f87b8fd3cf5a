package org.labjanitor.instances.evidence;

import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.Protection;
import org.labjanitor.core.instance.PurchaseOption;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;

/**
 * Reads an instance's termination and stop protection: two calls an instance, so only for those
 * that are about to go.
 */
public final class ProtectionReader {
    private final Ec2Client ec2;
    private final String region;

    public ProtectionReader(Ec2Client ec2, String region) {
        this.ec2 = ec2;
        this.region = region;
    }

    public Protection read(Instance instance) {
        if (instance.purchaseOption() == PurchaseOption.SPOT) {
            // Neither protection can be set on Spot instances.
            return new Protection.Known(false, false);
        }
        try {
            return new Protection.Known(
                    isOn(
                            ec2.describeInstanceAttribute(request ->
                                            request.instanceId(instance.id())
                                                    .attribute(
                                                            InstanceAttributeName
                                                                    .DISABLE_API_TERMINATION))
                                    .disableApiTermination()),
                    isOn(
                            ec2.describeInstanceAttribute(request ->
                                            request.instanceId(instance.id())
                                                    .attribute(
                                                            InstanceAttributeName.DISABLE_API_STOP))
                                    .disableApiStop()));
        } catch (SdkException e) {
            return new Protection.Unavailable(
                    AwsFailure.of("ec2:DescribeInstanceAttribute in " + region, e).message());
        }
    }

    private static boolean isOn(@Nullable AttributeBooleanValue value) {
        return value != null && Boolean.TRUE.equals(value.value());
    }
}
