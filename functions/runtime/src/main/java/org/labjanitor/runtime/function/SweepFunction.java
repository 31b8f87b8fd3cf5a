package org.labjanitor.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.requests.FileAnswersJson;
import org.labjanitor.runtime.requests.RequestFiles;
import org.labjanitor.runtime.result.ResultJson;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.runtime.trigger.RequestObject;
import org.labjanitor.runtime.trigger.Trigger;
import org.labjanitor.runtime.trigger.TriggerReader;

/** Tells what started a run, hands the request document to the sweep, and writes its result. */
public final class SweepFunction {
    private final InstantSource clock;
    private final Sweep sweep;
    private final List<RunSink> sinks;
    private final RequestFiles files;
    private final TriggerReader triggers = new TriggerReader();
    private final ResultJson json = ResultJson.withLimit(ResultJson.LAMBDA_LIMIT);

    /** A sweep, which reads its own kind of request. */
    @FunctionalInterface
    public interface Sweep {
        /**
         * Runs the sweep.
         *
         * @throws BadRequestException if the document has a fault
         */
        RunResult run(Map<String, @Nullable Object> document, String runId, TimeBudget time);
    }

    public SweepFunction(
            InstantSource clock, Sweep sweep, List<RunSink> sinks, RequestFiles files) {
        this.clock = clock;
        this.sweep = sweep;
        this.sinks = List.copyOf(sinks);
        this.files = files;
    }

    /** Handles an event as Lambda hands it over. */
    public void handle(InputStream input, OutputStream output, Context context) throws IOException {
        TimeBudget time =
                TimeBudget.of(Duration.ofMillis(context.getRemainingTimeInMillis()), clock);
        switch (triggers.read(input.readAllBytes())) {
            case Trigger.S3TestEvent _ -> writeGreeting(output);
            case Trigger.RequestObjects(List<RequestObject> objects) ->
                    new FileAnswersJson()
                            .write(
                                    files.answer(
                                            objects, context.getAwsRequestId(), time, this::run),
                                    output);
            case Trigger trigger ->
                    json.write(run(document(trigger), context.getAwsRequestId(), time), output);
        }
    }

    /** Handles an event outside of Lambda. */
    public RunResult run(byte[] event, TimeBudget time) {
        return run(document(triggers.read(event)), UUID.randomUUID().toString(), time);
    }

    private RunResult run(Map<String, @Nullable Object> document, String runId, TimeBudget time) {
        RunResult recorded = sweep.run(document, runId, time);
        for (RunSink sink : sinks) {
            recorded = sink.accept(recorded);
        }
        return recorded;
    }

    /**
     * Sees to it that nothing is removed where no account is configured.
     *
     * @throws BadRequestException if the mode is {@code clean} and the settings name no account
     */
    public static void requireAccount(Mode mode, Settings settings) {
        if (mode == Mode.CLEAN && settings.accountId() == null) {
            throw BadRequestException.of(
                    "mode is \"clean\", but no account is configured (JANITOR_ACCOUNT_ID);"
                            + " a run removes only where it was told to");
        }
    }

    /**
     * Sees to it that nothing is warned of or removed by a sweep where owners cannot be warned.
     *
     * @param graced whether the run gives grace; one that a person named its resources for does not
     * @throws BadRequestException if the run gives grace, and the settings lack a ledger or a topic
     */
    public static void requireGrace(Mode mode, boolean graced, Settings settings) {
        if (mode != Mode.REPORT && graced && !settings.grace().canWarn()) {
            throw BadRequestException.of(
                    "mode is \"%s\", but owners cannot be warned: it takes a ledger (JANITOR_STATE_BUCKET) and a topic (JANITOR_TOPIC_ARN)"
                            .formatted(mode.id()));
        }
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
                            "request files are read in Lambda only: s3://%s/%s was left alone"
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
