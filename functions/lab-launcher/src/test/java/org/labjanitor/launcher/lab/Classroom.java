package org.labjanitor.launcher.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.launcher.LaunchLabHandler;
import org.labjanitor.launcher.progress.LaunchListener;
import org.labjanitor.launcher.request.AllowedSources;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.launcher.result.LaunchedPiece;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.settings.LaunchSettings;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.ec2.Ec2Region;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A simulated account with the launcher in front of it, on a Monday morning. */
public final class Classroom implements AutoCloseable {
    public static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;
    public static final String STRANGER = "444455556666";
    public static final String REGION = "us-east-1";
    public static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    /** The newest Amazon Linux for x86_64, as the simulator publishes it. */
    public static final String LINUX =
            "ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

    /** Where the lab's files may come from. */
    public static final String FILES = "course-files";

    private final Lab lab;
    private final AtomicReference<@Nullable Warm> warm = new AtomicReference<>();
    private Settings settings =
            new Settings(ACCOUNT, "lab", List.of(REGION), "lab", new Budget(20, 100));
    private LaunchListener listener = LaunchListener.silent();
    private LaunchSettings limits =
            new LaunchSettings(
                    Duration.ofDays(14),
                    60,
                    List.of("t3.*", "t4g.*"),
                    1_000,
                    List.of("s3://" + FILES + "/java"));

    public Classroom() {
        this(NOW);
    }

    /** A classroom at another time, for a function that has a clock of its own. */
    public Classroom(Instant now) {
        this.lab = Lab.builder().now(now).accounts(ACCOUNT, STRANGER).start();
    }

    public Lab lab() {
        return lab;
    }

    public Ec2Region ec2() {
        return lab.account(ACCOUNT).region(REGION).ec2();
    }

    public Settings settings() {
        return settings;
    }

    /** From now on the launcher has these settings. */
    public void configure(Settings other) {
        this.settings = other;
    }

    /** From now on a lab may be this at most. */
    public void limit(LaunchSettings other) {
        this.limits = other;
    }

    /** Does something once, when the next launch has looked and checked and begins to create. */
    public void meanwhile(Runnable deed) {
        AtomicBoolean done = new AtomicBoolean();
        close(warm.getAndSet(null));
        this.listener =
                what -> {
                    boolean creates = what.startsWith("creating") || what.startsWith("launching");
                    if (creates && done.compareAndSet(false, true)) {
                        deed.run();
                    }
                };
    }

    public LaunchSettings limits() {
        return limits;
    }

    /** A bucket with starter files, some of them below the place that is allowed. */
    public void shelveFiles(String... keys) {
        lab.account(ACCOUNT).region(REGION).buckets().create(FILES);
        asAdmin(s3 -> {
            for (String key : keys) {
                s3.putObject(put -> put.bucket(FILES).key(key), RequestBody.fromString(key));
            }
        });
    }

    // ---- runs

    public LaunchResult run(String document) {
        return run(document, Duration.ofMinutes(15));
    }

    /** A launch that has only so much time. */
    public LaunchResult run(String document, Duration time) {
        return run(document, time, AllowedSources.only(limits.sources()));
    }

    /** A launch from a terminal. */
    public LaunchResult runByPerson(String document) {
        return run(document, Duration.ofMinutes(15), AllowedSources.ofPerson());
    }

    private LaunchResult run(String document, Duration time, AllowedSources sources) {
        Warm function = warm.getAndSet(null);
        if (function == null || !function.isOf(this, sources)) {
            close(function);
            function = new Warm(handler(sources), settings, limits, sources);
        }
        try {
            return function.handler.run(document.getBytes(UTF_8), TimeBudget.of(time, lab.clock()));
        } finally {
            close(warm.getAndSet(function));
        }
    }

    /** A function that has run before, as Lambda keeps it for the next event. */
    private record Warm(
            LaunchLabHandler handler,
            Settings settings,
            LaunchSettings limits,
            AllowedSources sources) {
        boolean isOf(Classroom room, AllowedSources wanted) {
            return settings.equals(room.settings)
                    && limits.equals(room.limits)
                    && sources.equals(wanted);
        }
    }

    private static void close(@Nullable Warm function) {
        if (function != null) {
            function.handler.close();
        }
    }

    public LaunchLabHandler handler() {
        return handler(AllowedSources.only(limits.sources()));
    }

    private LaunchLabHandler handler(AllowedSources sources) {
        return new LaunchLabHandler(
                settings,
                limits,
                sources,
                connection(lab.accessKey(ACCOUNT), lab.endpoint()),
                lab.clock(),
                length -> lab.clock().advance(length),
                listener);
    }

    private static AwsConnection connection(String accessKeyId, URI endpoint) {
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

    /** The piece of that name in the result. */
    public static LaunchedPiece piece(LaunchResult result, String key) {
        return result.pieces().stream()
                .filter(piece -> piece.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not in the result"));
    }

    /** Every instance that is not gone. */
    public List<Instance> instances() {
        try (Ec2Client ec2 = ec2Client()) {
            return ec2.describeInstances().reservations().stream()
                    .flatMap(reservation -> reservation.instances().stream())
                    .filter(instance -> ec2().liveInstanceIds().contains(instance.instanceId()))
                    .toList();
        }
    }

    /** Terminates an instance, as its student might. */
    public void terminate(String id) {
        try (Ec2Client ec2 = ec2Client()) {
            ec2.terminateInstances(terminate -> terminate.instanceIds(id));
        }
        lab.clock().advance(Duration.ofMinutes(2));
    }

    private Ec2Client ec2Client() {
        return Ec2Client.builder()
                .endpointOverride(lab.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** The keys in a bucket. */
    public List<String> keys(String bucket) {
        List<String> keys = new ArrayList<>();
        asAdmin(s3 ->
                s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                        .map(S3Object::key)
                        .forEach(keys::add));
        return keys;
    }

    /** The tags of a bucket that is there. */
    public Map<String, String> tags(String bucket) {
        return lab.account(ACCOUNT)
                .region(REGION)
                .buckets()
                .find(bucket)
                .orElseThrow(() -> new AssertionError("there is no bucket " + bucket))
                .tags();
    }

    public boolean hasBucket(String name) {
        return lab.account(ACCOUNT).region(REGION).buckets().find(name).isPresent();
    }

    /** Does something as the account's admin. */
    public void asAdmin(Consumer<S3Client> deed) {
        try (S3Client s3 =
                S3Client.builder()
                        .endpointOverride(lab.endpoint())
                        .forcePathStyle(true)
                        .region(Region.of(REGION))
                        .credentialsProvider(credentials())
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            deed.accept(s3);
        }
    }

    private StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(lab.accessKey(ACCOUNT), "secret"));
    }

    @Override
    public void close() {
        close(warm.getAndSet(null));
        lab.close();
    }
}
