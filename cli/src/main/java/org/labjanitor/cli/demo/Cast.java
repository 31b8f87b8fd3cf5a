package org.labjanitor.cli.demo;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.labjanitor.cli.demo.Habits.Visit;
import org.labjanitor.simulator.ec2.VolumeSeed;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

/** Who is who in the demo's lab: some forty machines that a real lab has, and how each is used. */
final class Cast {
    static final String VIRGINIA = "us-east-1";
    static final String IRELAND = "eu-west-1";

    /** What somebody may put into a name to make a terminal do strange things. */
    private static final String HOSTILE_NAME = "\u009b2J\u009b31mfree \u202Eexe.coffee";

    private final Instant now;
    private final List<Machine> machines = new ArrayList<>();

    private Cast(Instant now) {
        this.now = now;
    }

    /** The cast as it stands at {@code now}. */
    static List<Machine> at(Instant now) {
        Cast cast = new Cast(now);
        cast.forgotten();
        cast.forgottenInIreland();
        cast.overdue();
        cast.atWork();
        cast.withARhythm();
        cast.notToBeTouched();
        cast.owned();
        cast.doubtful();
        return List.copyOf(cast.machines);
    }

    private void forgotten() {
        add(virginia("jupyter-ana", "t3.large", "ana@uni.example", forgotten(9)));
        add(virginia("jupyter-bob", "m5.xlarge", "bob@uni.example", forgotten(6)));
        add(virginia("jupyter-chen", "m5.2xlarge", "chen@uni.example", forgotten(11)));
        add(
                virginia("k8s-sandbox", "m5.4xlarge", "emeka@uni.example", forgotten(5))
                        .with(seed ->
                                seed.volumes(VolumeSeed.root(), VolumeSeed.kept("/dev/sdf", 200)))
                        .elasticIp());
        add(virginia("build-box", "c5.2xlarge", "dora@uni.example", forgotten(4)));
        add(
                virginia("db-exercise", "r5.xlarge", "ana@uni.example", Work.never())
                        .with(seed ->
                                seed.volumes(VolumeSeed.root(), VolumeSeed.kept("/dev/sdf", 500))));
        add(virginia("web-1", "t3.micro", "bob@uni.example", forgotten(8)));
        add(virginia("web-2", "t3.micro", "bob@uni.example", forgotten(8)));
        add(virginia("desktop", "t3.xlarge", "goran@uni.example", forgotten(7)));
        add(
                virginia("crawler", "c5.large", "chen@uni.example", forgotten(3))
                        .with(seed -> seed.spot(SpotInstanceType.ONE_TIME)));
        add(virginia(HOSTILE_NAME, "t3.micro", "mallory@uni.example", forgotten(10)));
    }

    private void forgottenInIreland() {
        add(ireland("jupyter-fatima", "t3.large", "fatima@uni.example", forgotten(10)));
        add(ireland("jupyter-goran", "m5.xlarge", "goran@uni.example", forgotten(3)));
        add(ireland("render-farm", "c5.4xlarge", "heidi@uni.example", forgotten(5)));
        add(ireland("実験サーバー🚀", "t3.medium", "yamada@uni.example", forgotten(6)));
    }

    private void overdue() {
        add(
                virginia("exam-november", "t3.medium", "trainer@uni.example", Work.always())
                        .tag("lab:expires", date(now.minus(ofDays(2)))));
        add(
                virginia("hackathon-3", "m5.large", "trainer@uni.example", Work.bursts())
                        .tag("lab:ttl", "7d"));
    }

    private void atWork() {
        add(virginia("api-staging", "m5.large", "dora@uni.example", Work.always()));
        add(virginia("ci-runner", "c5.xlarge", "dora@uni.example", Work.bursts()));
        add(
                virginia("jupyter-dora", "r5.large", "dora@uni.example", Work.never())
                        .living(habits -> habits.visited(new Visit.Session(ofHours(3)))));
        add(
                virginia("ssh-gateway", "t3.micro", "trainer@uni.example", Work.never())
                        .living(habits -> habits.visited(new Visit.InstanceConnect(ofHours(5)))));
        add(
                virginia("file-server", "t3.small", "trainer@uni.example", Work.never())
                        .living(habits -> habits.traffic(3_000)));
        add(ireland("api-eu", "m5.large", "dora@uni.example", Work.always()));
        add(ireland("simulation-7", "c5.9xlarge", "heidi@uni.example", Work.always()));
        add(ireland("wiki", "t3.small", "trainer@uni.example", Work.bursts()));
        add(ireland("gpu-train", "g5.xlarge", "fatima@uni.example", Work.never()));
    }

    private void withARhythm() {
        add(virginia("course-vm", "m5.large", "trainer@uni.example", Work.weekdayMornings()));
        add(virginia("grading-box", "c5.large", "trainer@uni.example", Work.mondayMornings()));
        add(ireland("course-vm-eu", "m5.large", "trainer@uni.example", Work.weekdayMornings()));
    }

    private void notToBeTouched() {
        add(virginia("jupyter-ivo", "t3.large", "ivo@uni.example", ofHours(5), Work.never()));
        add(
                virginia("license-server", "m5.xlarge", "trainer@uni.example", Work.never())
                        .with(seed -> seed.terminationProtected()));
        add(
                virginia("show-for-dean", "t3.medium", "trainer@uni.example", forgotten(9))
                        .tag("lab:keep", date(now.plus(ofDays(39)))));
        add(
                virginia("reference-vm", "t3.small", "trainer@uni.example", forgotten(12))
                        .tag("lab:keep", "true"));
        add(stopped("spring-course-1"));
        add(stopped("spring-course-2"));
        // No lab tag: the janitor does not even ask about it.
        machines.add(
                Machine.in(VIRGINIA, "us-east-1c", ofDays(200), Work.never())
                        .with(seed -> seed.type("m5.4xlarge").tag("Name", "payroll-production")));
    }

    private void owned() {
        for (int i = 1; i <= 3; i++) {
            add(
                    ireland("web-asg", "t3.small", "dora@uni.example", Work.never())
                            .tag("aws:autoscaling:groupName", "web"));
        }
        add(
                ireland("eks-node", "m5.large", "dora@uni.example", Work.never())
                        .tag("eks:cluster-name", "playground"));
        add(
                ireland("spot-batch", "c5.xlarge", "heidi@uni.example", Work.never())
                        .with(seed -> seed.spot(SpotInstanceType.PERSISTENT)));
    }

    private void doubtful() {
        add(
                virginia("sensor-hub", "t3.small", "ivo@uni.example", Work.never())
                        .living(habits -> habits.missing(30)));
        add(
                ireland("thesis-vm", "t3.medium", "fatima@uni.example", forgotten(8))
                        .tag("lab:keep", "until my defence"));
    }

    private Work forgotten(int daysAgo) {
        return Work.dailyUntil(now.minus(ofDays(daysAgo)));
    }

    private static Machine virginia(String name, String type, String owner, Work work) {
        return virginia(name, type, owner, ofDays(30), work);
    }

    private static Machine virginia(
            String name, String type, String owner, Duration age, Work work) {
        return machine(VIRGINIA, VIRGINIA + "a", name, type, owner, age, work);
    }

    private static Machine ireland(String name, String type, String owner, Work work) {
        return machine(IRELAND, IRELAND + "b", name, type, owner, ofDays(30), work);
    }

    private static Machine stopped(String name) {
        return virginia(name, "t3.large", "trainer@uni.example", ofDays(120), Work.never())
                .with(seed -> seed.state(InstanceStateName.STOPPED));
    }

    private static Machine machine(
            String region,
            String zone,
            String name,
            String type,
            String owner,
            Duration age,
            Work work) {
        return Machine.in(region, zone, age, work)
                .with(seed ->
                        seed.type(type)
                                .tag("Name", name)
                                .tag("lab", "cloud-course")
                                .tag("lab:owner", owner));
    }

    private static String date(Instant day) {
        return day.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private void add(Machine machine) {
        machines.add(machine);
    }
}
