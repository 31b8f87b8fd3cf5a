package org.labjanitor.cli.life;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labjanitor.buckets.ExpiredBucketsHandler;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.cli.shell.Shell;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.instances.IdleInstancesHandler;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabRegion;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.Profile;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A class of thirty, from its launch to the last piece's removal, as people and schedules do it.
 */
class LifeOfALabTest {
    private static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;
    private static final String REGION = "us-east-1";
    private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");
    private static final Duration TERM = Duration.ofDays(4);
    private static final int STUDENTS = 30;
    private static final String STATE = "janitor-state";
    private static final byte[] SCHEDULED = "{\"mode\": \"clean\"}".getBytes(UTF_8);

    private final Lab lab = Lab.builder().now(MONDAY).start();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void leavesNothingBehind() throws IOException {
        launch();
        upload();
        idle();
        region().buckets().create(STATE);
        String topic = region().topics().create("janitor").arn();
        Settings settings =
                Settings.from(
                        Map.of(
                                "JANITOR_ACCOUNT_ID", ACCOUNT,
                                "JANITOR_STATE_BUCKET", STATE,
                                "JANITOR_TOPIC_ARN", topic,
                                "JANITOR_BUDGET_COUNT", "100",
                                "JANITOR_BUDGET_PERCENT", "100"));

        List<RunResult> inTerm = sweep(settings);
        lab.clock().set(MONDAY.plus(TERM).plus(Duration.ofHours(1)));
        List<RunResult> warning = sweep(settings);
        lab.clock().advance(Duration.ofHours(25));
        List<RunResult> removing = sweep(settings);
        lab.clock().advance(Duration.ofHours(6));
        List<RunResult> after = sweep(settings);

        assertThat(inTerm).allSatisfy(run -> assertThat(run.removable()).isZero());
        assertThat(warning).allSatisfy(run -> assertThat(run.with(Outcome.REMOVED)).isZero());
        assertThat(removing)
                .allSatisfy(run -> assertThat(run.with(Outcome.REMOVED)).isEqualTo(STUDENTS));
        assertThat(after).allSatisfy(run -> assertThat(run.items()).isEmpty());
        assertThat(whatIsLeft()).isEmpty();
        assertThat(ledgerEntries()).isEmpty();
        Ran bill = shell().run("report", "instances", "--json");
        assertThat(JSON.std.mapFrom(bill.out())).containsEntry("items", List.of());
    }

    private Shell shell() {
        return Shell.at(lab);
    }

    private LabRegion region() {
        return lab.account(ACCOUNT).region(REGION);
    }

    private void launch() throws IOException {
        String roster =
                IntStream.rangeClosed(1, STUDENTS)
                        .mapToObj("\"s%02d\""::formatted)
                        .collect(Collectors.joining(", "));
        Path document = folder.resolve("lab.json");
        Files.writeString(
                document,
                """
                {"name": "java", "ttl": "4d", "owner": "trainer@uni.example", "roster": [%s],
                 "instances": [{"name": "desk", "type": "t3.micro", "perStudent": true,
                   "image": "ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"}],
                 "buckets": [{"name": "lab-{lab}-{student}", "perStudent": true, "versioning": true}]}
                """
                        .formatted(roster));

        Ran ran =
                shell().run("launch", document.toString(), "--wait", "--yes", "--account", ACCOUNT);

        assertThat(ran.err()).isEmpty();
        assertThat(region().ec2().liveInstanceIds()).hasSize(STUDENTS);
    }

    private void upload() throws IOException {
        Files.createDirectories(folder.resolve("work/src"));
        Files.writeString(folder.resolve("work/src/Main.java"), "class Main {}");
        Files.writeString(folder.resolve("work/notes.txt"), "to do");
        for (int round = 0; round < 2; round++) {
            Ran ran = shell().run("upload", folder.resolve("work").toString(), "s3://lab-java-s07");
            assertThat(ran.exitCode()).as(ran.err()).isZero();
        }
    }

    private void idle() {
        int points = (int) TERM.plusDays(3).dividedBy(Duration.ofMinutes(5));
        for (String id : region().ec2().liveInstanceIds()) {
            for (String metric : List.of("CPUUtilization", "NetworkIn", "NetworkOut")) {
                region().metrics()
                        .seedBasic(
                                MetricId.ofInstance(metric, id),
                                MONDAY,
                                Profile.constant(points, 0.5));
            }
        }
    }

    private List<RunResult> sweep(Settings settings) {
        try (var instances =
                        new IdleInstancesHandler(
                                settings,
                                connection(),
                                lab.clock(),
                                lab.clock()::advance,
                                SweepListener.silent());
                var buckets =
                        new ExpiredBucketsHandler(
                                settings,
                                connection(),
                                lab.clock(),
                                lab.clock()::advance,
                                BucketSweepListener.silent(),
                                new StopSignal())) {
            return List.of(
                    instances.run(SCHEDULED, TimeBudget.of(Duration.ofMinutes(15), lab.clock())),
                    buckets.run(SCHEDULED, TimeBudget.of(Duration.ofMinutes(15), lab.clock())));
        }
    }

    private AwsConnection connection() {
        return new AwsConnection(
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKey(ACCOUNT), "secret")),
                REGION,
                lab.endpoint());
    }

    /** Whatever of the lab still costs something. */
    private List<String> whatIsLeft() {
        try (AwsClients clients = new AwsClients(connection());
                Ec2Client ec2 = clients.build(Ec2Client.builder(), REGION)) {
            Stream<String> volumes =
                    ec2.describeVolumes().volumes().stream().map(volume -> volume.volumeId());
            Stream<String> addresses =
                    ec2.describeAddresses().addresses().stream().map(held -> held.publicIp());
            Stream<String> buckets =
                    clients.homeS3().listBuckets().buckets().stream()
                            .map(bucket -> bucket.name())
                            .filter(name -> !name.equals(STATE));
            return Stream.of(region().ec2().liveInstanceIds().stream(), volumes, addresses, buckets)
                    .flatMap(each -> each)
                    .toList();
        }
    }

    /** What the two ledgers still remember of single resources. */
    private List<String> ledgerEntries() {
        try (AwsClients clients = new AwsClients(connection())) {
            S3Client s3 = clients.homeS3();
            return Stream.of("instances", "buckets")
                    .map("ledger/%s/111122223333/us-east-1.json"::formatted)
                    .map(key ->
                            s3.getObjectAsBytes(get -> get.bucket(STATE).key(key)).asUtf8String())
                    .filter(ledger -> ledger.contains("firstSeen"))
                    .toList();
        }
    }
}
