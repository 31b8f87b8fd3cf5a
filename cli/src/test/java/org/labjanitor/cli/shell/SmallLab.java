package org.labjanitor.cli.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabRegion;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ec2.InstanceSeed;

/** A lab with a few machines, for one test each. */
public final class SmallLab implements AutoCloseable {
    public static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final Instant LAUNCH = NOW.minus(Duration.ofDays(10));
    private static final int POINTS = 20 * 288;
    private static final double QUIET = 1.2;
    private static final double BUSY = 63;

    private final Lab lab = Lab.builder().now(NOW).start();

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

    /** Whether EC2 still has it. */
    public boolean isAlive(String id) {
        return region("us-east-1").ec2().liveInstanceIds().contains(id);
    }

    private String add(String region, String name, double cpu) {
        String id =
                region(region)
                        .ec2()
                        .seed(
                                InstanceSeed.builder()
                                        .type("m5.large")
                                        .zone(region + "a")
                                        .launched(LAUNCH)
                                        .attached(LAUNCH)
                                        .tag("Name", name)
                                        .tag("lab", "networking-101")
                                        .tag("lab:owner", "ada@example.org")
                                        .build());
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
