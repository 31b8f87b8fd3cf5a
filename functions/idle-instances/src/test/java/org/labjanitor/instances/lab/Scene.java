package org.labjanitor.instances.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.hours.WorkingHours;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.instances.IdleInstancesHandler;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.GraceSettings;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.MetricStore;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ec2.InstanceSeed;
import org.labjanitor.simulator.service.RecordedCall;
import org.labjanitor.simulator.sns.LabMessage;
import org.labjanitor.simulator.ssm.SessionHistory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Tag;

/** A simulated account with the function in front of it, on a Friday morning. */
public final class Scene implements AutoCloseable {
    public static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;
    public static final String REGION = "us-east-1";
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final Duration GRACE = Duration.ofHours(24);
    public static final Duration NOTICE_LIMIT = Duration.ofDays(7);

    public static final String LEDGER = "janitor-state";
    public static final String TOPIC = "janitor";

    /** Since when the scene's machines run, unless a test says otherwise. */
    public static final Instant LAUNCH = NOW.minus(Duration.ofDays(10));

    /** CPU of a machine that does nothing. */
    public static final double QUIET = 1.2;

    /** CPU of a machine at work. */
    public static final double BUSY = 63;

    /** The request of {@link #cleanWithGrace}. */
    public static final String CLEAN =
            "{\"mode\": \"clean\", \"budget\": {\"count\": 100, \"percent\": 100}}";

    private static final String WHOLE_LAB = "{\"count\": 100, \"percent\": 100}";

    private final Lab lab;
    private final Instant launch;
    private final List<String> machines = new ArrayList<>();
    private final Map<String, Ec2Client> admins = new ConcurrentHashMap<>();
    private Settings settings =
            new Settings(ACCOUNT, "lab", List.of(REGION), InstancePolicy.LAB, new Budget(20, 100));
    private SweepListener listener = SweepListener.silent();
    private String accessKey;
    private @Nullable IdleInstancesHandler handler;

    public Scene() {
        this(NOW);
    }

    /** A scene at another time, for a function that has a clock of its own. */
    public Scene(Instant now) {
        this.launch = now.minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.HOURS);
        this.lab = Lab.builder().now(now).accounts(ACCOUNT, "444455556666").start();
        this.accessKey = lab.accessKey(ACCOUNT);
    }

    public Lab lab() {
        return lab;
    }

    /** From now on the function has these settings. */
    public void configure(Settings other) {
        this.settings = other;
        dropHandler();
    }

    public void listen(SweepListener other) {
        this.listener = other;
        dropHandler();
    }

    /** From now on the function signs with this key. */
    public void signWith(String accessKeyId) {
        this.accessKey = accessKeyId;
        dropHandler();
    }

    // ---- grace

    /** Gives the function a ledger and a topic: from now on it warns owners. */
    public void giveGrace() {
        giveGrace(null);
    }

    /** Gives the function a ledger, a topic, and hours in which it may remove. */
    public void giveGrace(@Nullable WorkingHours hours) {
        lab.account(ACCOUNT).region(REGION).buckets().create(LEDGER);
        configure(
                settings.with(
                        new GraceSettings(
                                LEDGER, topicArn(), "admin", GRACE, NOTICE_LIMIT, hours)));
    }

    /** The topic's ARN; creates the topic where there is none. */
    public String topicArn() {
        return lab.account(ACCOUNT).region(REGION).topics().create(TOPIC).arn();
    }

    /** What SNS has accepted of a kind, such as {@code warning}. */
    public List<LabMessage> messages(String kind) {
        return lab.account(ACCOUNT).region(REGION).topics().find(TOPIC).stream()
                .flatMap(topic -> topic.messages().stream())
                .filter(message -> message.text("kind").equals(kind))
                .toList();
    }

    /** The calls that changed something; the admin's summaries of runs are not among them. */
    public List<RecordedCall> changes() {
        int digests = messages("digest").size();
        List<RecordedCall> mutations = lab.calls().mutations();
        List<RecordedCall> published =
                mutations.stream().filter(call -> call.operation().equals("Publish")).toList();
        return published.size() > digests
                ? mutations
                : mutations.stream().filter(call -> !published.contains(call)).toList();
    }

    /** Lets time pass. */
    public void turn(Duration by) {
        lab.clock().advance(by);
    }

    // ---- machines

    /** A lab machine that nobody has used since its launch. */
    public String idle(String name) {
        return add(machine(name), QUIET);
    }

    /** A lab machine at work. */
    public String busy(String name) {
        return add(machine(name), BUSY);
    }

    /** What every machine of the scene is like before a test changes it. */
    public InstanceSeed.Builder machine(String name) {
        return InstanceSeed.builder()
                .type("m5.large")
                .zone(REGION + "a")
                .launched(launch)
                .attached(launch)
                .tag("Name", name)
                .tag("lab", "networking-101")
                .tag("lab:owner", "ada@example.org");
    }

    /** Puts the machine into the scene with a CPU at that height ever since its launch. */
    public String add(InstanceSeed.Builder machine, double cpu) {
        return add(REGION, machine, cpu);
    }

    public String add(String region, InstanceSeed.Builder machine, double cpu) {
        String id = addWithoutMetrics(region, machine);
        metrics(region, id, launch, Duration.ofDays(20), cpu);
        return id;
    }

    public String addWithoutMetrics(String region, InstanceSeed.Builder machine) {
        String id = lab.account(ACCOUNT).region(region).ec2().seed(machine.build());
        machines.add(id);
        return id;
    }

    /** Metrics as EC2 publishes them, from {@code start} for {@code length}. */
    public void metrics(String region, String id, Instant start, Duration length, double cpu) {
        int points = (int) length.dividedBy(Duration.ofMinutes(5));
        MetricStore store = lab.account(ACCOUNT).region(region).metrics();
        store.seedBasic(cpuOf(id), start, Profile.constant(points, cpu));
        network(region, id, start, points);
    }

    public void network(String region, String id, Instant start, int points) {
        MetricStore store = lab.account(ACCOUNT).region(region).metrics();
        for (String name : List.of("NetworkIn", "NetworkOut")) {
            store.seedBasic(MetricId.ofInstance(name, id), start, Profile.constant(points, 800));
        }
    }

    /** The metrics of the scene's home Region, to be filled and spoiled. */
    public MetricStore metrics() {
        return lab.account(ACCOUNT).region(REGION).metrics();
    }

    /** The Session Manager sessions of the scene's home Region. */
    public SessionHistory sessions() {
        return lab.account(ACCOUNT).region(REGION).sessions();
    }

    public static MetricId cpuOf(String id) {
        return MetricId.ofInstance("CPUUtilization", id);
    }

    // ---- runs

    public RunResult report() {
        return run("{\"mode\": \"report\", \"budget\": " + WHOLE_LAB + "}");
    }

    /** Removes what may go at once, as a person asks for it who has listed every machine. */
    public RunResult clean() {
        return run(cleanNow("\"budget\": " + WHOLE_LAB));
    }

    /**
     * A request that removes at once what may go of the scene's machines, each of which it lists.
     *
     * @param more further fields
     */
    public String cleanNow(String more) {
        return "{\"mode\": \"clean\", \"graceHours\": 0, \"only\": [\"%s\"], %s}"
                .formatted(String.join("\", \"", machines), more);
    }

    /** Tells the owners of those that may go, and removes nothing. */
    public RunResult warn() {
        return run("{\"mode\": \"warn\"}");
    }

    /** Warns of what may go, and removes what was warned of and has had its grace. */
    public RunResult cleanWithGrace() {
        return run(CLEAN);
    }

    /** Warns, lets the grace pass, and removes. */
    public RunResult cleanAfterGrace() {
        warn();
        turn(GRACE);
        return cleanWithGrace();
    }

    /** Terminates the machines outright, as a person would ask for it. */
    public RunResult terminate(String... ids) {
        return run(
                "{\"mode\": \"clean\", \"terminate\": [\"%s\"], \"reason\": \"asked by the trainer\", \"budget\": %s}"
                        .formatted(String.join("\", \"", ids), WHOLE_LAB));
    }

    public RunResult run(String request) {
        return run(request, Duration.ofMinutes(15));
    }

    /** A run that has only so much time. */
    public RunResult run(String request, Duration time) {
        return run(sameHandler(), request, time);
    }

    /** A run in a process of its own, beside others. */
    public RunResult runApart(String request) {
        try (IdleInstancesHandler other = newHandler()) {
            return run(other, request, Duration.ofMinutes(15));
        }
    }

    private RunResult run(IdleInstancesHandler by, String request, Duration time) {
        return by.run(request.getBytes(UTF_8), TimeBudget.of(time, lab.clock()));
    }

    /** Lambda keeps a handler from one run to the next, and so does the scene. */
    private synchronized IdleInstancesHandler sameHandler() {
        IdleInstancesHandler same = handler == null ? newHandler() : handler;
        handler = same;
        return same;
    }

    private synchronized void dropHandler() {
        if (handler != null) {
            handler.close();
            handler = null;
        }
    }

    /** A handler of its own, which the caller closes. */
    public IdleInstancesHandler newHandler() {
        return new IdleInstancesHandler(
                settings,
                connection(accessKey, lab.endpoint()),
                lab.clock(),
                length -> lab.clock().advance(length),
                listener);
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

    public static ResultItem item(RunResult result, String id) {
        return result.items().stream()
                .filter(item -> item.resource().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in the result"));
    }

    /** What EC2 itself says about the machine, whatever the function reported. */
    public InstanceStateName state(String id) {
        return state(REGION, id);
    }

    public InstanceStateName state(String region, String id) {
        return ec2(region)
                .describeInstances(request -> request.instanceIds(id).includeManagedResources(true))
                .reservations()
                .getFirst()
                .instances()
                .getFirst()
                .state()
                .name();
    }

    /** What the machine says of its own future, in the tag {@code lab:janitor}. */
    public Optional<String> janitorTag(String id) {
        return ec2(REGION)
                .describeInstances(request -> request.instanceIds(id))
                .reservations()
                .getFirst()
                .instances()
                .getFirst()
                .tags()
                .stream()
                .filter(tag -> tag.key().equals("lab:janitor"))
                .map(Tag::value)
                .findFirst();
    }

    public boolean isGone(String id) {
        return List.of(InstanceStateName.SHUTTING_DOWN, InstanceStateName.TERMINATED)
                .contains(state(id));
    }

    /** Does something as the account's admin. */
    public void asAdmin(Consumer<Ec2Client> deed) {
        deed.accept(ec2(REGION));
    }

    public void tag(String id, Map<String, String> tags) {
        List<Tag> added = new ArrayList<>();
        tags.forEach((key, value) -> added.add(Tag.builder().key(key).value(value).build()));
        asAdmin(ec2 -> ec2.createTags(request -> request.resources(id).tags(added)));
    }

    public void untag(String id, String key) {
        Tag removed = Tag.builder().key(key).build();
        asAdmin(ec2 -> ec2.deleteTags(request -> request.resources(id).tags(removed)));
    }

    /** CloudWatch as the account's admin uses it. */
    public CloudWatchClient cloudWatch() {
        return CloudWatchClient.builder()
                .endpointOverride(lab.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(credentials(lab.accessKey(ACCOUNT)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private Ec2Client ec2(String region) {
        return admins.computeIfAbsent(region, this::newEc2);
    }

    private Ec2Client newEc2(String region) {
        return Ec2Client.builder()
                .endpointOverride(lab.endpoint())
                .region(Region.of(region))
                .credentialsProvider(credentials(lab.accessKey(ACCOUNT)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static StaticCredentialsProvider credentials(String key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret"));
    }

    @Override
    public void close() {
        dropHandler();
        admins.values().forEach(Ec2Client::close);
        lab.close();
    }
}
