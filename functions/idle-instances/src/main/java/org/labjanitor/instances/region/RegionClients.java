package org.labjanitor.instances.region;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsClients;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The clients for one Region, shared by all runs of a function. Those that only some runs need are
 * built when they are first asked for.
 */
public final class RegionClients {
    private final AwsClients clients;
    private final String region;
    private final Ec2Client ec2;
    private final CloudWatchClient cloudWatch;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SsmClient ssm;
    private @Nullable CloudTrailClient cloudTrail;

    public RegionClients(AwsClients clients, String region) {
        this.clients = clients;
        this.region = region;
        this.ec2 = clients.build(Ec2Client.builder(), region);
        this.cloudWatch = clients.build(CloudWatchClient.builder(), region);
    }

    public String region() {
        return region;
    }

    public Ec2Client ec2() {
        return ec2;
    }

    public CloudWatchClient cloudWatch() {
        return cloudWatch;
    }

    public SsmClient ssm() {
        lock.lock();
        try {
            SsmClient built = ssm == null ? clients.build(SsmClient.builder(), region) : ssm;
            ssm = built;
            return built;
        } finally {
            lock.unlock();
        }
    }

    public CloudTrailClient cloudTrail() {
        lock.lock();
        try {
            CloudTrailClient built =
                    cloudTrail == null
                            ? clients.build(CloudTrailClient.builder(), region)
                            : cloudTrail;
            cloudTrail = built;
            return built;
        } finally {
            lock.unlock();
        }
    }
}
