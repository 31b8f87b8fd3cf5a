package org.labjanitor.buckets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.buckets.request.BucketsRequestReader;
import org.labjanitor.buckets.sweep.BucketSweep;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.price.StoragePrices;
import org.labjanitor.runtime.result.ResultJson;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.runtime.trigger.Trigger;
import org.labjanitor.runtime.trigger.TriggerReader;

/**
 * Judges lab buckets and, in mode {@code clean}, empties and deletes the expired ones. Takes a
 * request document, an EventBridge schedule or an S3 event; answers with the run's result. A
 * request with a fault is refused as an error that lists every fault.
 */
public final class ExpiredBucketsHandler implements RequestStreamHandler, AutoCloseable {
    private final Settings settings;
    private final InstantSource clock;
    private final AwsClients clients;
    private final BucketSweep sweep;
    private final BucketsRequestReader requests;
    private final TriggerReader triggers = new TriggerReader();
    private final ResultJson json = ResultJson.withLimit(ResultJson.LAMBDA_LIMIT);

    /**
     * For Lambda: settings from the environment, AWS itself, the real time, nobody who stops it.
     */
    public ExpiredBucketsHandler() {
        this(
                Settings.from(System.getenv()),
                AwsConnection.fromEnvironment(System.getenv()),
                InstantSource.system(),
                Pause.real(),
                BucketSweepListener.silent(),
                new StopSignal());
    }

    /** For the terminal and for tests: everything that Lambda would give is given here. */
    public ExpiredBucketsHandler(
            Settings settings,
            AwsConnection connection,
            InstantSource clock,
            Pause pause,
            BucketSweepListener listener,
            StopSignal stop) {
        this.settings = settings;
        this.clock = clock;
        this.clients = new AwsClients(connection);
        this.sweep =
                new BucketSweep(
                        clients,
                        new AccountGuard(clients.sts(), settings.accountId()),
                        settings,
                        StoragePrices.bundled(),
                        clock,
                        pause,
                        listener,
                        stop);
        this.requests = new BucketsRequestReader(settings);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        TimeBudget time =
                TimeBudget.of(Duration.ofMillis(context.getRemainingTimeInMillis()), clock);
        switch (triggers.read(input.readAllBytes())) {
            case Trigger.S3TestEvent _ -> writeGreeting(output);
            case Trigger trigger ->
                    json.write(run(document(trigger), context.getAwsRequestId(), time), output);
        }
    }

    /**
     * One run, as {@link #handleRequest} does it.
     *
     * @throws BadRequestException if the request has a fault
     * @throws org.labjanitor.runtime.account.WrongAccountException if the credentials belong to
     *     another account than the configured one
     * @throws org.labjanitor.runtime.aws.AwsFailedException if AWS cannot be reached at all
     */
    public RunResult run(byte[] event, TimeBudget time) {
        return run(document(triggers.read(event)), UUID.randomUUID().toString(), time);
    }

    @Override
    public void close() {
        clients.close();
    }

    private RunResult run(Map<String, @Nullable Object> document, String runId, TimeBudget time) {
        BucketsRequest request = requests.read(document);
        if (request.mode() == Mode.CLEAN && settings.accountId() == null) {
            throw BadRequestException.of(
                    "mode is \"clean\", but no account is configured (JANITOR_ACCOUNT_ID);"
                            + " a run removes only where it was told to");
        }
        return sweep.run(request, runId, time);
    }

    private static Map<String, @Nullable Object> document(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Direct(Map<String, @Nullable Object> request) -> request;
            case Trigger.Schedule _ -> Map.of();
            case Trigger.S3TestEvent(String bucket) ->
                    throw BadRequestException.of(
                            "a test event of bucket " + bucket + " is no request");
            case Trigger.RequestObjects(var objects) ->
                    throw BadRequestException.of(
                            "request files are not read yet: s3://%s/%s was left alone"
                                    .formatted(
                                            objects.getFirst().bucket(), objects.getFirst().key()));
        };
    }

    private static void writeGreeting(OutputStream output) throws IOException {
        output.write(
                "{\"message\": \"notifications of a bucket arrive here; nothing was run\"}"
                        .getBytes(StandardCharsets.UTF_8));
    }
}
