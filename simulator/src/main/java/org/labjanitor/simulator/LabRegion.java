package org.labjanitor.simulator;

import java.time.InstantSource;
import org.labjanitor.simulator.cloudtrail.EventHistory;
import org.labjanitor.simulator.cloudwatch.MetricStore;
import org.labjanitor.simulator.ec2.Ec2Region;
import org.labjanitor.simulator.s3.StorageMetrics;
import org.labjanitor.simulator.s3.bucket.S3Region;
import org.labjanitor.simulator.sns.LabTopics;
import org.labjanitor.simulator.ssm.ManagedNodes;
import org.labjanitor.simulator.ssm.SessionHistory;

/** One account in one Region, seen from behind the scenes. */
public final class LabRegion {
    private final Ec2Region ec2;
    private final MetricStore metrics;
    private final SessionHistory sessions;
    private final ManagedNodes nodes;
    private final EventHistory events;

    private final S3Region buckets;
    private final StorageMetrics storageMetrics;
    private final LabTopics topics;
    private final InstantSource clock;

    LabRegion(
            Ec2Region ec2,
            MetricStore metrics,
            SessionHistory sessions,
            ManagedNodes nodes,
            EventHistory events,
            S3Region buckets,
            StorageMetrics storageMetrics,
            LabTopics topics,
            InstantSource clock) {
        this.ec2 = ec2;
        this.metrics = metrics;
        this.sessions = sessions;
        this.nodes = nodes;
        this.events = events;
        this.buckets = buckets;
        this.storageMetrics = storageMetrics;
        this.topics = topics;
        this.clock = clock;
    }

    public Ec2Region ec2() {
        return ec2;
    }

    /** What CloudWatch knows. */
    public MetricStore metrics() {
        return metrics;
    }

    /** Who was logged in through Session Manager. */
    public SessionHistory sessions() {
        return sessions;
    }

    /** The machines that SSM can send commands to. */
    public ManagedNodes nodes() {
        return nodes;
    }

    /** What CloudTrail has recorded. */
    public EventHistory events() {
        return events;
    }

    /** The account's buckets in this Region. */
    public S3Region buckets() {
        return buckets;
    }

    /** The account's SNS topics in this Region. */
    public LabTopics topics() {
        return topics;
    }

    /**
     * Lets S3 publish the daily storage metrics of every bucket for the last full days, as if each
     * bucket had been all the time what it is now. A day that was published before keeps what it
     * has.
     *
     * @param days how many, from 1
     */
    public void publishStorageMetrics(int days) {
        buckets.all()
                .forEach(bucket -> storageMetrics.publish(bucket, metrics, clock.instant(), days));
    }
}
