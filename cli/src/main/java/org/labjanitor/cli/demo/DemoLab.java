package org.labjanitor.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.labjanitor.cli.demo.Habits.Visit;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabRegion;
import org.labjanitor.simulator.cloudtrail.TrailEvent;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.MetricStore;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ec2.InstanceSeed;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.ssm.LabSession;

/** Puts the cast into a lab: instances, a fortnight of metrics, logins, addresses, and buckets. */
public final class DemoLab {
    /** The Regions that the demo's machines are in. */
    public static final List<String> REGIONS = List.of(Cast.VIRGINIA, Cast.IRELAND);

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration PAST = Duration.ofDays(16);

    /** The machines go on while the lab runs. */
    private static final Duration FUTURE = Duration.ofDays(2);

    private static final double MEGABYTE = 1_000_000;
    private static final int STEPS_A_DAY = 288;
    private static final int DAYS_MEASURED = 14;

    private final Lab lab;
    private final String account;
    private final Instant now;

    private DemoLab(Lab lab, String account) {
        this.lab = lab;
        this.account = account;
        this.now = lab.clock().now();
    }

    /** What an account of the lab has. */
    public record Filling(int instances, int buckets) {}

    /** Fills an account of the lab and answers what is in it now. */
    public static Filling fill(Lab lab, String account) {
        DemoLab demo = new DemoLab(lab, account);
        List<Machine> cast = Cast.at(demo.now);
        cast.forEach(demo::add);
        List<Store> stores = BucketCast.at(demo.now);
        stores.forEach(demo::add);
        REGIONS.forEach(
                region -> lab.account(account).region(region).publishStorageMetrics(DAYS_MEASURED));
        return new Filling(cast.size(), stores.size());
    }

    private void add(Machine machine) {
        Instant launch = now.minus(machine.age()).truncatedTo(ChronoUnit.HOURS);
        InstanceSeed.Builder seed =
                InstanceSeed.builder().zone(machine.zone()).launched(launch).attached(launch);
        String id = region(machine).ec2().seed(machine.traits().apply(seed).build());
        addMetrics(machine, id, launch);
        addLogins(machine, id);
        if (machine.hasAddress()) {
            region(machine).ec2().seedAddress(Optional.of(id));
        }
    }

    private void add(Store store) {
        Bucket bucket = lab.account(account).region(store.region()).buckets().create(store.name());
        store.traits().accept(bucket);
        bucket.tags(store.tags());
        bucket.createdAt(now.minus(store.age()));
    }

    private LabRegion region(Machine machine) {
        return lab.account(account).region(machine.region());
    }

    private void addMetrics(Machine machine, String id, Instant launch) {
        Instant earliest = now.minus(PAST).truncatedTo(ChronoUnit.HOURS);
        Instant start = launch.isAfter(earliest) ? launch : earliest;
        int points = (int) Duration.between(start, now.plus(FUTURE)).dividedBy(STEP);
        MetricStore metrics = region(machine).metrics();
        metrics.seedBasic(
                MetricId.ofInstance("CPUUtilization", id),
                start,
                Profile.generated(points, point -> cpu(machine, start, point)));
        double bytes = machine.habits().megabytesADay() * MEGABYTE / STEPS_A_DAY / 2;
        for (String metric : List.of("NetworkIn", "NetworkOut")) {
            metrics.seedBasic(
                    MetricId.ofInstance(metric, id),
                    start,
                    Profile.generated(points, point -> bytes / 5 * (0.9 + 0.2 * noise(point))));
        }
    }

    private static double cpu(Machine machine, Instant start, int point) {
        if (noise(point * 7 + 3) * 100 < machine.habits().missingPercent()) {
            return Double.NaN;
        }
        boolean working = machine.habits().work().isGoingOn(start.plus(STEP.multipliedBy(point)));
        return working ? 35 + 40 * noise(point) : 0.4 + noise(point);
    }

    /** A number from 0 to 1 that looks like chance and is the same in every run. */
    private static double noise(int point) {
        long mixed = (point + 1L) * 0x9E3779B97F4A7C15L;
        return ((mixed ^ (mixed >>> 29)) >>> 11) % 1000 / 1000.0;
    }

    private void addLogins(Machine machine, String id) {
        for (Visit visit : machine.habits().visits()) {
            Instant start = now.minus(visit.ago());
            switch (visit) {
                case Visit.Session _ -> region(machine).sessions().add(session(id, start));
                case Visit.InstanceConnect _ ->
                        region(machine)
                                .events()
                                .add(TrailEvent.sshKeySent(start, "trainer", id, "ec2-user"));
            }
        }
    }

    private LabSession session(String id, Instant start) {
        return LabSession.of(
                "dora-0a1b2c3d4e5f60718",
                id,
                "arn:aws:iam::" + account + ":user/dora",
                start,
                start.plus(Duration.ofMinutes(40)));
    }
}
