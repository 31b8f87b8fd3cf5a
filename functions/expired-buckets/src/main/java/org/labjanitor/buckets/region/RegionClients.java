package org.labjanitor.buckets.region;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsClients;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients for one Region, shared by all runs of a function and built when first asked for. */
public final class RegionClients {
    private final AwsClients clients;
    private final String region;
    private final S3Client s3;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CloudWatchClient cloudWatch;

    RegionClients(AwsClients clients, String region) {
        this.clients = clients;
        this.region = region;
        // The name of a bucket is no part of the host name of an endpoint that stands in for AWS.
        boolean standsIn = clients.connection().endpoint() != null;
        this.s3 = clients.buildPinned(S3Client.builder().forcePathStyle(standsIn), region);
    }

    public String region() {
        return region;
    }

    public S3Client s3() {
        return s3;
    }

    public CloudWatchClient cloudWatch() {
        lock.lock();
        try {
            CloudWatchClient built =
                    cloudWatch == null
                            ? clients.build(CloudWatchClient.builder(), region)
                            : cloudWatch;
            cloudWatch = built;
            return built;
        } finally {
            lock.unlock();
        }
    }
}
