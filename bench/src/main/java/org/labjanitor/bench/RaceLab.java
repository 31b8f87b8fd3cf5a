package org.labjanitor.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.labjanitor.buckets.emptying.BucketEmptier;
import org.labjanitor.buckets.emptying.DeletionBudget;
import org.labjanitor.buckets.emptying.EmptyingListener;
import org.labjanitor.buckets.emptying.EmptyingOrder;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.buckets.removal.BucketRemover;
import org.labjanitor.buckets.removal.PreFlight;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.S3Region;
import org.labjanitor.simulator.s3.bucket.Versioning;
import org.labjanitor.simulator.s3.object.ObjectSpace;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The simulator with one filled bucket, in a process of its own, for {@code bench/race}. */
public final class RaceLab {
    private static final String REGION = "us-east-1";
    private static final int VERSIONS_A_KEY = 4;
    private static final String WARM_UP = "lab-warm-up";
    private static final int WARM_UP_KEYS = 100_000;
    private static final double LIST_BURST = 5_500;

    private final S3Region buckets;
    private final String name;
    private final Map<String, Long> numbers;

    private RaceLab(S3Region buckets, String name, Map<String, Long> numbers) {
        this.buckets = buckets;
        this.name = name;
        this.numbers = numbers;
    }

    /**
     * Fills the bucket that the first argument names as the others say, prints the endpoint, and
     * answers each line of input with the bucket's state.
     */
    public static void main(String[] arguments) throws Exception {
        try (Lab lab = Lab.builder().now(Instant.parse("2026-11-20T10:00:00Z")).start()) {
            S3Region buckets = lab.account(Lab.DEFAULT_ACCOUNT).region(REGION).buckets();
            RaceLab race = new RaceLab(buckets, arguments[0], numbers(arguments));
            race.warmUp(lab);
            Bucket bucket = race.fill();
            System.out.println(lab.endpoint());
            race.answer(bucket.objects());
        }
    }

    /** A server that runs for long is not at its beginning: whoever comes first must not pay. */
    private void warmUp(Lab lab) {
        Bucket bucket = buckets.create(WARM_UP);
        bucket.objects().seed(WARM_UP_KEYS, RaceLab::key);
        var credentials =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKey(Lab.DEFAULT_ACCOUNT), "any"));
        InstantSource clock = InstantSource.system();
        try (AwsClients clients =
                new AwsClients(new AwsConnection(credentials, REGION, lab.endpoint()))) {
            clients.sts().getCallerIdentity(request -> {});
            new PreFlight(clients).look(WARM_UP, Lab.DEFAULT_ACCOUNT);
            new BucketRemover(
                            clients,
                            new BucketEmptier(clients, clock, Pause.real()),
                            clock,
                            Pause.real())
                    .remove(
                            new EmptyingOrder(WARM_UP, REGION, Lab.DEFAULT_ACCOUNT, true),
                            AfterEmptying.DELETE,
                            DeletionBudget.unlimited(),
                            TimeBudget.of(Duration.ofMinutes(1), clock),
                            new StopSignal(),
                            EmptyingListener.silent());
        }
    }

    private static Map<String, Long> numbers(String[] arguments) {
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            numbers.put(arguments[i], hasValue ? Long.parseLong(arguments[++i]) : 1L);
        }
        Set<String> known =
                Set.of(
                        "--keys",
                        "--versions",
                        "--markers",
                        "--odd",
                        "--uploads",
                        "--versioned",
                        "--list-ms",
                        "--delete-ms",
                        "--limit",
                        "--internal-error-percent");
        if (!known.containsAll(numbers.keySet())) {
            throw new IllegalArgumentException("known are " + known + ", not " + numbers.keySet());
        }
        return numbers;
    }

    private long number(String option) {
        return numbers.getOrDefault(option, 0L);
    }

    private Bucket fill() {
        Bucket bucket = buckets.create(name);
        ObjectSpace objects = bucket.objects();
        if (number("--versioned") + number("--versions") > 0) {
            bucket.versioning(Versioning.ENABLED);
        }
        objects.seed(number("--keys"), RaceLab::key);
        seedVersions(objects);
        OddKeys.seed(objects, (int) number("--odd"), number("--versioned") > 0);
        for (int upload = 0; upload < number("--uploads"); upload++) {
            objects.openUpload("upload-" + upload);
        }
        makeTrouble(objects);
        return bucket;
    }

    /** Keys with a marker on top come first, so that both counts are met. */
    private void seedVersions(ObjectSpace objects) {
        long markers = number("--markers");
        long keys = number("--versions") / VERSIONS_A_KEY;
        if (markers > keys) {
            throw new IllegalArgumentException("at most a marker for every four versions");
        }
        objects.seedVersions(markers, RaceLab::key, VERSIONS_A_KEY, true);
        objects.seedVersions(keys - markers, i -> key(markers + i), VERSIONS_A_KEY, false);
    }

    private void makeTrouble(ObjectSpace objects) {
        objects.trouble().listLatency(Duration.ofMillis(number("--list-ms")));
        objects.trouble().deleteLatency(Duration.ofMillis(number("--delete-ms")));
        double limit = (double) number("--limit");
        if (limit > 0) {
            objects.trouble().limitDeletes("", limit, limit, InstantSource.system());
            objects.trouble().limitLists(LIST_BURST, LIST_BURST, InstantSource.system());
        }
        long percent = number("--internal-error-percent");
        if (percent > 0) {
            objects.trouble().failKeys(percent / 100.0, 1, 7);
        }
    }

    /** As labs write: a few hundred folders, a few hundred files in each. */
    private static String key(long number) {
        return "course-%02d/day-%02d/file-%08d.csv"
                .formatted(number / 50_000, number / 1_000 % 50, number);
    }

    private void answer(ObjectSpace objects) throws Exception {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.out.println(
                    "{\"exists\": %s, \"left\": %d, \"uploads\": %d, \"inVain\": %d}"
                            .formatted(
                                    List.copyOf(buckets.names()).contains(name),
                                    objects.versions() + objects.markers(),
                                    objects.uploads(),
                                    objects.trouble().keysRefused()));
        }
    }
}
