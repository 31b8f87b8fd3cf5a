package org.labjanitor.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labjanitor.buckets.ExpiredBucketsHandler;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.instances.IdleInstancesHandler;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.metrics.EmbeddedMetrics;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabRegion;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ec2.InstanceSeed;
import org.labjanitor.simulator.ec2.VolumeSeed;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Setting;
import org.labjanitor.simulator.s3.bucket.Versioning;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;

/** A simulated account in which there is something for every call that the functions know. */
final class BusyAccount implements AutoCloseable {
    private static final String REGION = "us-east-1";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LAUNCH = NOW.minus(Duration.ofDays(10));

    private final Lab lab = Lab.builder().now(NOW).accounts(Stack.ACCOUNT).start();
    private final Settings settings;
    private final String idle;
    private final String toStop;
    private final String toKeep;
    private final String spot;

    BusyAccount(Map<String, String> environment, Set<String> left) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.keySet().removeAll(left);
        this.settings = Settings.from(variables);
        this.idle =
                machine(seed("idle").volumes(VolumeSeed.root(), VolumeSeed.kept("/dev/sdb", 8)));
        this.toStop = machine(seed("stopped"));
        this.toKeep = machine(seed("kept"));
        this.spot = machine(seed("spot").spot(SpotInstanceType.PERSISTENT));
        region().ec2().seedAddress(Optional.of(idle));
        region().buckets()
                .create(String.valueOf(settings.requestBucket()))
                .versioning(Versioning.ENABLED);
        String ledger = settings.grace().stateBucket();
        if (ledger != null) {
            region().buckets().create(ledger);
            region().topics().create("Notices");
        }
        String reports = settings.reportBucket();
        if (reports != null) {
            region().buckets().create(reports);
        }
        bucket("lab-swept");
        bucket("lab-named");
    }

    /** The actions that a run over instances needed. */
    Set<String> instances(String request) {
        lab.calls().clear();
        try (IdleInstancesHandler handler = instances()) {
            return actions(handler.run(request.getBytes(UTF_8), time()));
        }
    }

    /** The actions that the same needed for a request in the request bucket. */
    Set<String> instancesByFile(String request) {
        RequestFile file = put("requests/instances/by-file.json", request);
        try (IdleInstancesHandler handler = instances()) {
            return actions(file.runBy(handler));
        }
    }

    /** The line of metrics that a report on instances writes. */
    String metrics() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (IdleInstancesHandler handler = instances(new EmbeddedMetrics(line, "INFO"))) {
            handler.run("{}".getBytes(UTF_8), time());
        }
        return line.toString(UTF_8);
    }

    private IdleInstancesHandler instances(RunSink... sinks) {
        return new IdleInstancesHandler(
                settings,
                connection(),
                lab.clock(),
                length -> lab.clock().advance(length),
                SweepListener.silent(),
                List.of(sinks));
    }

    /** The actions that a run over buckets needed. */
    Set<String> buckets(String request) {
        lab.calls().clear();
        try (ExpiredBucketsHandler handler = buckets()) {
            return actions(handler.run(request.getBytes(UTF_8), time()));
        }
    }

    /** The actions that the same needed for a request in the request bucket. */
    Set<String> bucketsByFile(String request) {
        RequestFile file = put("requests/buckets/by-file.json", request);
        try (ExpiredBucketsHandler handler = buckets()) {
            return actions(file.runBy(handler));
        }
    }

    private ExpiredBucketsHandler buckets() {
        return new ExpiredBucketsHandler(
                settings,
                connection(),
                lab.clock(),
                length -> lab.clock().advance(length),
                BucketSweepListener.silent(),
                new StopSignal());
    }

    private RequestFile put(String key, String request) {
        String bucket = String.valueOf(settings.requestBucket());
        try (S3Client s3 =
                S3Client.builder()
                        .endpointOverride(lab.endpoint())
                        .region(Region.of(REGION))
                        .credentialsProvider(connection().credentials())
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            String version =
                    s3.putObject(
                                    object -> object.bucket(bucket).key(key),
                                    RequestBody.fromString(request))
                            .versionId();
            lab.calls().clear();
            return new RequestFile(bucket, key, version);
        }
    }

    /** Lets time pass, such as a grace. */
    void pass(Duration time) {
        lab.clock().advance(time);
    }

    /** What an owner does who wants a machine to stay. */
    void keep(String id) {
        try (Ec2Client ec2 =
                Ec2Client.builder()
                        .endpointOverride(lab.endpoint())
                        .region(Region.of(REGION))
                        .credentialsProvider(connection().credentials())
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            Tag keep = Tag.builder().key("lab:keep").value("true").build();
            ec2.createTags(request -> request.resources(id).tags(keep));
        }
    }

    /** A machine that nobody uses, with what stays behind when it goes. */
    String idle() {
        return idle;
    }

    String toStop() {
        return toStop;
    }

    /** Another one, which its owner comes to keep. */
    String toKeep() {
        return toKeep;
    }

    /** A machine whose Spot request would launch another. */
    String spot() {
        return spot;
    }

    private Set<String> actions(RunResult result) {
        if (result.items().isEmpty()) {
            throw new AssertionError("the run met nothing: " + result.notExamined());
        }
        return IamActions.of(lab.calls().all());
    }

    private Set<String> actions(String answer) {
        if (!answer.contains("result.json")) {
            throw new AssertionError("the request was not run: " + answer);
        }
        return IamActions.of(lab.calls().all());
    }

    private InstanceSeed.Builder seed(String name) {
        return InstanceSeed.builder()
                .type("m5.large")
                .zone(REGION + "a")
                .launched(LAUNCH)
                .attached(LAUNCH)
                .tags(Map.of("Name", name, "lab", "x", "lab:owner", "ada@example.org"));
    }

    private String machine(InstanceSeed.Builder seed) {
        String id = region().ec2().seed(seed.build());
        for (String metric : List.of("CPUUtilization", "NetworkIn", "NetworkOut")) {
            region().metrics()
                    .seedBasic(
                            MetricId.ofInstance(metric, id), LAUNCH, Profile.constant(5_760, 1.2));
        }
        return id;
    }

    /** Adds an expired bucket with nothing in it. */
    Bucket emptyBucket(String name) {
        Bucket bucket = region().buckets().create(name);
        bucket.tags(
                Map.of("lab", "x", "lab:owner", "ada@example.org", "lab:expires", "2026-11-01"));
        bucket.createdAt(LAUNCH);
        return bucket;
    }

    private void bucket(String name) {
        Bucket bucket = emptyBucket(name);
        bucket.versioning(Versioning.ENABLED);
        bucket.setting(Setting.OWNERSHIP, withAcls());
        bucket.objects().seed(3, number -> "results/" + number);
        bucket.objects().openUpload("half.bin");
    }

    private static OwnershipControls withAcls() {
        return OwnershipControls.builder()
                .rules(
                        OwnershipControlsRule.builder()
                                .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                                .build())
                .build();
    }

    private LabRegion region() {
        return lab.account(Stack.ACCOUNT).region(REGION);
    }

    private TimeBudget time() {
        return TimeBudget.of(Duration.ofMinutes(15), lab.clock());
    }

    private AwsConnection connection() {
        return new AwsConnection(
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKey(Stack.ACCOUNT), "secret")),
                REGION,
                lab.endpoint());
    }

    @Override
    public void close() {
        lab.close();
    }
}
