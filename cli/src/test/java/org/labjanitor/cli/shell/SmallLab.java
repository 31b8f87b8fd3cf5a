package org.labjanitor.cli.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabRegion;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ec2.InstanceSeed;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** A lab with a few machines, for one test each. */
public final class SmallLab implements AutoCloseable {
    public static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;
    public static final String OTHER_ACCOUNT = "444455556666";
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final Instant LAUNCH = NOW.minus(Duration.ofDays(10));
    private static final int POINTS = 20 * 288;
    private static final double QUIET = 1.2;
    private static final double BUSY = 63;

    private final Lab lab = Lab.builder().now(NOW).accounts(ACCOUNT, OTHER_ACCOUNT).start();

    public Lab lab() {
        return lab;
    }

    public Shell shell() {
        return Shell.at(lab);
    }

    /** A machine that nobody has used since its launch. */
    public String idle(String name) {
        return add("us-east-1", name, QUIET);
    }

    public String busy(String name) {
        return add("us-east-1", name, BUSY);
    }

    public String busyIn(String region, String name) {
        return add(region, name, BUSY);
    }

    /** An empty bucket of the lab in us-east-1, a month old and without an end. */
    public Bucket bucket(String name) {
        return bucketIn("us-east-1", name);
    }

    public Bucket bucketIn(String region, String name) {
        Bucket bucket = region(region).buckets().create(name);
        bucket.tags(Map.of("lab", "networking-101", "lab:owner", "ada@example.org"));
        bucket.createdAt(NOW.minus(Duration.ofDays(30)));
        return bucket;
    }

    /** A bucket of the lab whose time is over. */
    public Bucket expiredBucket(String name) {
        Bucket bucket = bucket(name);
        bucket.tags(
                Map.of(
                        "lab", "networking-101",
                        "lab:owner", "ada@example.org",
                        "lab:expires", "2026-11-01"));
        bucket.createdAt(NOW.minus(Duration.ofDays(30)));
        return bucket;
    }

    /** Whether S3 still has it. */
    public boolean hasBucket(String name) {
        return lab.account(ACCOUNT).region("us-east-1").buckets().find(name).isPresent();
    }

    /** Whether EC2 still has it. */
    public boolean isAlive(String id) {
        return region("us-east-1").ec2().liveInstanceIds().contains(id);
    }

    /** A machine that nobody uses, but for what is said of it. */
    public String idle(String name, UnaryOperator<InstanceSeed.Builder> but) {
        return add("us-east-1", name, QUIET, but);
    }

    /** A machine that was launched a while ago, works a little, and has no past before that. */
    public void fresh(String name, String id, Duration age) {
        Instant launch = NOW.minus(age);
        region("us-east-1")
                .ec2()
                .seed(
                        InstanceSeed.builder()
                                .id(id)
                                .type("m5.large")
                                .zone("us-east-1a")
                                .launched(launch)
                                .attached(launch)
                                .tag("Name", name)
                                .tag("lab", "networking-101")
                                .tag("lab:owner", "ada@example.org")
                                .build());
        region("us-east-1")
                .metrics()
                .seedBasic(
                        MetricId.ofInstance("CPUUtilization", id),
                        launch,
                        Profile.constant((int) age.toMinutes() / 5, 30));
    }

    private String add(String region, String name, double cpu) {
        return add(region, name, cpu, seed -> seed);
    }

    private String add(
            String region, String name, double cpu, UnaryOperator<InstanceSeed.Builder> but) {
        InstanceSeed seed =
                but.apply(
                                InstanceSeed.builder()
                                        .type("m5.large")
                                        .zone(region + "a")
                                        .launched(LAUNCH)
                                        .attached(LAUNCH)
                                        .tag("Name", name)
                                        .tag("lab", "networking-101")
                                        .tag("lab:owner", "ada@example.org"))
                        .build();
        String id = region(region).ec2().seed(seed);
        seed(region, "CPUUtilization", id, cpu);
        List.of("NetworkIn", "NetworkOut").forEach(metric -> seed(region, metric, id, 800));
        return id;
    }

    private void seed(String region, String metric, String id, double value) {
        region(region)
                .metrics()
                .seedBasic(
                        MetricId.ofInstance(metric, id), LAUNCH, Profile.constant(POINTS, value));
    }

    private LabRegion region(String name) {
        return lab.account(ACCOUNT).region(name);
    }

    @Override
    public void close() {
        lab.close();
    }
}
