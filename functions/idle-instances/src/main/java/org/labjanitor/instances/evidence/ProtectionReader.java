package org.labjanitor.instances.evidence;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.Protection;
import org.labjanitor.core.instance.PurchaseOption;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.time.Pause;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;

/**
 * Reads an instance's termination and stop protection: two calls an instance, so only for those
 * that may go. EC2 allows an account 100 describing calls of a kind at once and 20 a second in the
 * long run; what others need of them is left to them. Safe for use by many threads.
 */
public final class ProtectionReader {
    private static final int BURST = 80;
    private static final int PER_SECOND = 15;

    private final Ec2Client ec2;
    private final String region;
    private final CallRate rate;

    public ProtectionReader(Ec2Client ec2, String region, InstantSource clock, Pause pause) {
        this.ec2 = ec2;
        this.region = region;
        this.rate = new CallRate(BURST, PER_SECOND, clock, pause);
    }

    public Protection read(Instance instance) {
        if (instance.purchaseOption() == PurchaseOption.SPOT) {
            // Neither protection can be set on Spot instances.
            return new Protection.Known(false, false);
        }
        try {
            return new Protection.Known(
                    isOn(
                            attribute(instance, InstanceAttributeName.DISABLE_API_TERMINATION)
                                    .disableApiTermination()),
                    isOn(
                            attribute(instance, InstanceAttributeName.DISABLE_API_STOP)
                                    .disableApiStop()));
        } catch (SdkException e) {
            return new Protection.Unavailable(
                    AwsFailure.of("ec2:DescribeInstanceAttribute in " + region, e).message());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Protection.Unavailable("the run was interrupted");
        }
    }

    private DescribeInstanceAttributeResponse attribute(
            Instance instance, InstanceAttributeName name) throws InterruptedException {
        rate.take();
        return ec2.describeInstanceAttribute(
                request -> request.instanceId(instance.id()).attribute(name));
    }

    private static boolean isOn(@Nullable AttributeBooleanValue value) {
        return value != null && Boolean.TRUE.equals(value.value());
    }
}
