package org.labjanitor.cli.demo.course;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabRegion;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ec2.InstanceSeed;
import org.labjanitor.simulator.ssm.LabSession;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The account of the class: a machine for each student, and a bucket. */
final class CourseLab implements AutoCloseable {
    static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;
    static final String REGION = "eu-central-1";
    static final String STATE = "lab-janitor-state";
    static final String REPORTS = "lab-janitor-reports";
    static final String BUCKET = "lab-java-course";

    private static final String TYPE = "m5.xlarge";
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final double BYTES_A_STEP = 1000;

    private final Lab lab;
    private final AwsClients clients;
    private final Ec2Client ec2;
    private final Map<Student, String> machines = new EnumMap<>(Student.class);

    CourseLab() {
        this.lab = Lab.builder().now(Timetable.begin()).start();
        this.clients = new AwsClients(connection());
        this.ec2 = clients.build(Ec2Client.builder(), REGION);
        for (Student student : Student.values()) {
            launch(student);
        }
        region().buckets().create(STATE);
        region().buckets().create(REPORTS);
        region().buckets()
                .create(BUCKET)
                .tags(
                        Map.of(
                                "lab", "java-course",
                                "lab:owner", "trainer@uni.example",
                                "lab:ttl", "7d"));
        lab.account(ACCOUNT)
                .region(REGION)
                .buckets()
                .find(BUCKET)
                .orElseThrow()
                .objects()
                .seed(2500, number -> "homework/%04d.java".formatted(number));
    }

    Lab lab() {
        return lab;
    }

    LabRegion region() {
        return lab.account(ACCOUNT).region(REGION);
    }

    AwsConnection connection() {
        return new AwsConnection(
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKey(ACCOUNT), "any-secret")),
                REGION,
                lab.endpoint());
    }

    String machine(Student student) {
        return Objects.requireNonNull(machines.get(student));
    }

    void tag(Student student, String key, String value) {
        ec2.createTags(request ->
                request.resources(machine(student))
                        .tags(Tag.builder().key(key).value(value).build()));
    }

    void login(Student student) {
        Instant now = lab.clock().now();
        region().sessions()
                .add(
                        LabSession.of(
                                student.lowerCase() + "-0a1b2c3d4e5f60718",
                                machine(student),
                                "arn:aws:iam::%s:user/%s".formatted(ACCOUNT, student.lowerCase()),
                                now,
                                now.plus(Duration.ofMinutes(20))));
    }

    @Override
    public void close() {
        clients.close();
        lab.close();
    }

    private void launch(Student student) {
        Instant launch = lab.clock().now();
        InstanceSeed.Builder seed =
                InstanceSeed.builder()
                        .type(TYPE)
                        .launched(launch)
                        .attached(launch)
                        .tag("Name", student.lowerCase())
                        .tag("lab", "java-course")
                        .tag("lab:owner", student.address());
        if (student == Student.DORA) {
            seed.tag("lab:expires", "2026-03-05");
        }
        String id = region().ec2().seed(seed.build());
        machines.put(student, id);
        int points = (int) Duration.ofDays(Timetable.DAYS + 1L).dividedBy(STEP);
        Use use = new Use(student.end());
        region().metrics()
                .seedBasic(
                        MetricId.ofInstance("CPUUtilization", id),
                        launch,
                        Profile.generated(
                                points,
                                point ->
                                        use.isGoingOn(launch.plus(STEP.multipliedBy(point)))
                                                ? 42
                                                : 0.7));
        for (String metric : List.of("NetworkIn", "NetworkOut")) {
            region().metrics()
                    .seedBasic(
                            MetricId.ofInstance(metric, id),
                            launch,
                            Profile.generated(points, _ -> BYTES_A_STEP));
        }
    }
}
