package org.labjanitor.buckets.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.ExpiredBucketsHandler;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.BucketSettings;
import org.labjanitor.runtime.settings.GraceSettings;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabRegion;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.sns.LabMessage;
import org.labjanitor.simulator.sns.LabTopic;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A simulated account with the function in front of it, on a Friday morning. */
public final class Scene implements AutoCloseable {
    public static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;
    public static final String OTHER_ACCOUNT = "444455556666";
    public static final String REGION = "us-east-1";
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** Where the ledger is, in a lab whose owners can be warned. */
    public static final String LEDGER = "lab-janitor-ledger";

    public static final Duration GRACE = Duration.ofHours(24);

    private static final String WHOLE_LAB = "{\"count\": 100, \"percent\": 100}";
    private static final String TOPIC = "lab-notices";

    private final Lab lab;
    private final Instant created;
    private Settings settings = settings(ACCOUNT);
    private BucketSweepListener listener = BucketSweepListener.silent();
    private final StopSignal stop = new StopSignal();
    private final Set<String> names = new LinkedHashSet<>();
    private final AtomicReference<@Nullable Warm> warm = new AtomicReference<>();
    private String accessKey;

    public Scene() {
        this(NOW);
    }

    /** A scene at another time, for a function that has a clock of its own. */
    public Scene(Instant now) {
        this.created = now.minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.HOURS);
        this.lab = Lab.builder().now(now).accounts(ACCOUNT, OTHER_ACCOUNT).start();
        this.accessKey = lab.accessKey(ACCOUNT);
    }

    public static Settings settings(String account) {
        return new Settings(account, "lab", List.of(REGION), "lab", new Budget(20, 100))
                .with(
                        new BucketSettings(
                                "lab-",
                                null,
                                true,
                                10_000_000,
                                1_000,
                                List.of("lab-janitor-artifacts")));
    }

    /** A scene in which owners can be warned: there is a ledger, and a topic. */
    public static Scene withGrace() {
        Scene scene = new Scene();
        LabRegion region = scene.lab.account(ACCOUNT).region(REGION);
        region.buckets().create(LEDGER);
        LabTopic topic = region.topics().create(TOPIC);
        scene.configure(
                settings(ACCOUNT)
                        .with(
                                new GraceSettings(
                                        LEDGER,
                                        topic.arn(),
                                        "admin",
                                        GRACE,
                                        Duration.ofDays(7),
                                        null)));
        return scene;
    }

    public Lab lab() {
        return lab;
    }

    public Settings settings() {
        return settings;
    }

    /** What owners were told; the admin's summaries of runs are not among it. */
    public List<LabMessage> notices() {
        return topic().messages().stream()
                .filter(message -> !message.text("kind").equals("digest"))
                .toList();
    }

    /** The topic that carries the notices. */
    public LabTopic topic() {
        return lab.account(ACCOUNT).region(REGION).topics().find(TOPIC).orElseThrow();
    }

    /** From now on the function has these settings. */
    public void configure(Settings other) {
        this.settings = other;
    }

    public void listen(BucketSweepListener other) {
        this.listener = other;
    }

    /** From now on the function signs with this key. */
    public void signWith(String accessKeyId) {
        this.accessKey = accessKeyId;
    }

    /** What a person gives who wants the run to stop. */
    public StopSignal stop() {
        return stop;
    }

    // ---- buckets

    /** A lab bucket whose time is over, with some objects in it. */
    public Bucket expired(String name) {
        return filled(name, Map.of("lab:expires", "2026-11-10"));
    }

    /** A lab bucket whose time is not over, with some objects in it. */
    public Bucket inUse(String name) {
        return filled(name, Map.of("lab:expires", "2029-01-01"));
    }

    /** A lab bucket with these further tags, with some objects in it. */
    public Bucket filled(String name, Map<String, String> tags) {
        Bucket bucket = bucket(REGION, name, tags);
        bucket.objects().seed(5, number -> "results/%05d.csv".formatted(number));
        return bucket;
    }

    /** An empty lab bucket with these further tags. */
    public Bucket bucket(String region, String name, Map<String, String> tags) {
        Map<String, String> all =
                new LinkedHashMap<>(
                        Map.of("lab", "networking-101", "lab:owner", "ada@example.org"));
        all.putAll(tags);
        return untagged(region, name, all);
    }

    /** An empty bucket with these tags and no others. */
    public Bucket untagged(String region, String name, Map<String, String> tags) {
        Bucket bucket = lab.account(ACCOUNT).region(region).buckets().create(name);
        bucket.tags(tags);
        bucket.createdAt(created);
        names.add(name);
        return bucket;
    }

    /** A bucket of somebody else. */
    public Bucket foreign(String name) {
        Bucket bucket = lab.account(OTHER_ACCOUNT).region(REGION).buckets().create(name);
        bucket.tags(Map.of("lab", "networking-101", "lab:expires", "2026-11-10"));
        return bucket;
    }

    /** S3's daily metrics of the last days. */
    public void metric(String name, String bucket, String storageType, double value) {
        MetricId metric =
                new MetricId(
                        "AWS/S3", name, Map.of("BucketName", bucket, "StorageType", storageType));
        lab.account(ACCOUNT)
                .region(REGION)
                .metrics()
                .seed(
                        metric,
                        lab.clock()
                                .instant()
                                .truncatedTo(ChronoUnit.DAYS)
                                .minus(Duration.ofDays(5)),
                        Duration.ofDays(1),
                        1,
                        Profile.constant(5, value));
    }

    // ---- runs

    public RunResult report() {
        return run("{\"mode\": \"report\", \"budget\": " + WHOLE_LAB + "}");
    }

    /** Removes at once what may go of the lab, as a person would who lists all of it. */
    public RunResult clean() {
        return clean(Duration.ofMinutes(15));
    }

    /** The same in a run that has only so much time. */
    public RunResult clean(Duration time) {
        return run(cleanRequest("\"budget\": " + WHOLE_LAB), time);
    }

    /**
     * The request of a person who lists the whole lab, and gives no grace.
     *
     * @param more further members of the document, such as a budget
     */
    public String cleanRequest(String more) {
        String listed =
                names.stream()
                        .filter(name -> name.startsWith("lab-"))
                        .collect(Collectors.joining("\", \""));
        return "{\"mode\": \"clean\", \"graceHours\": 0, \"only\": [\"%s\"], %s}"
                .formatted(listed, more);
    }

    /** Warns owners. */
    public RunResult warn() {
        return run("{\"mode\": \"warn\"}");
    }

    /** Removes what is due, as a schedule does. */
    public RunResult cleanDue() {
        return run("{\"mode\": \"clean\", \"budget\": " + WHOLE_LAB + "}");
    }

    /** Lets a full grace pass. */
    public void passGrace() {
        lab.clock().advance(GRACE);
    }

    /** Warns, waits, and removes: the way of a bucket that nobody names. */
    public RunResult warnWaitAndClean() {
        warn();
        passGrace();
        return cleanDue();
    }

    /** Deletes the buckets outright, as a person would ask for it. */
    public RunResult delete(String... names) {
        return run(
                "{\"mode\": \"clean\", \"delete\": [\"%s\"], \"reason\": \"asked by the trainer\", \"budget\": %s}"
                        .formatted(String.join("\", \"", names), WHOLE_LAB));
    }

    public RunResult run(String request) {
        return run(request, Duration.ofMinutes(15));
    }

    /** A run that has only so much time. */
    public RunResult run(String request, Duration time) {
        Warm function = warm.getAndSet(null);
        if (function == null || !function.isOf(this)) {
            close(function);
            function = new Warm(handler(), settings, listener, accessKey);
        }
        try {
            return function.handler.run(request.getBytes(UTF_8), TimeBudget.of(time, lab.clock()));
        } finally {
            close(warm.getAndSet(function));
        }
    }

    /** A function that has run before, as Lambda keeps it for the next event. */
    private record Warm(
            ExpiredBucketsHandler handler,
            Settings settings,
            BucketSweepListener listener,
            String accessKey) {
        boolean isOf(Scene scene) {
            return settings.equals(scene.settings)
                    && listener.equals(scene.listener)
                    && accessKey.equals(scene.accessKey);
        }
    }

    private static void close(@Nullable Warm function) {
        if (function != null) {
            function.handler.close();
        }
    }

    public ExpiredBucketsHandler handler() {
        return new ExpiredBucketsHandler(
                settings,
                connection(),
                lab.clock(),
                length -> lab.clock().advance(length),
                listener,
                stop);
    }

    /** Clients as the function has them, for its parts. */
    public AwsClients clients() {
        return new AwsClients(connection());
    }

    private AwsConnection connection() {
        return connection(accessKey, lab.endpoint());
    }

    /**
     * A connection as Lambda's environment makes it. No type of the SDK goes from a test to the
     * function: the suite also runs with the function's own, shrunk SDK.
     */
    public static AwsConnection connection(String accessKeyId, URI endpoint) {
        return AwsConnection.fromEnvironment(
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        accessKeyId,
                        "AWS_SECRET_ACCESS_KEY",
                        "secret",
                        "AWS_REGION",
                        REGION,
                        "AWS_ENDPOINT_URL",
                        endpoint.toString()));
    }

    // ---- looking

    public static ResultItem item(RunResult result, String name) {
        return result.items().stream()
                .filter(item -> item.resource().id().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in the result"));
    }

    /** Whether the bucket is not there, whatever the function reported. */
    public boolean isGone(String name) {
        return lab.account(ACCOUNT).region(REGION).buckets().find(name).isEmpty();
    }

    /** Does something as the account's admin. */
    public void asAdmin(Consumer<S3Client> deed) {
        try (S3Client s3 =
                S3Client.builder()
                        .endpointOverride(lab.endpoint())
                        .region(Region.of(REGION))
                        .credentialsProvider(credentials(lab.accessKey(ACCOUNT)))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            deed.accept(s3);
        }
    }

    /** The ledger's text. */
    public String ledger() {
        StringBuilder text = new StringBuilder();
        asAdmin(s3 ->
                s3.listObjectsV2(request -> request.bucket(LEDGER)).contents().stream()
                        .map(object ->
                                s3.getObjectAsBytes(
                                        request -> request.bucket(LEDGER).key(object.key())))
                        .forEach(bytes -> text.append(bytes.asUtf8String())));
        return text.toString();
    }

    private static StaticCredentialsProvider credentials(String key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret"));
    }

    @Override
    public void close() {
        close(warm.getAndSet(null));
        lab.close();
    }
}
