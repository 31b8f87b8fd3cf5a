package org.labjanitor.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.ResultJson;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.runtime.trigger.Trigger;
import org.labjanitor.runtime.trigger.TriggerReader;

/** Tells what started a run, hands the request document to the sweep, and writes its result. */
public final class SweepFunction {
    private final InstantSource clock;
    private final Sweep sweep;
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

    public SweepFunction(InstantSource clock, Sweep sweep) {
        this.clock = clock;
        this.sweep = sweep;
    }

    /** Handles an event as Lambda hands it over. */
    public void handle(InputStream input, OutputStream output, Context context) throws IOException {
        TimeBudget time =
                TimeBudget.of(Duration.ofMillis(context.getRemainingTimeInMillis()), clock);
        switch (triggers.read(input.readAllBytes())) {
            case Trigger.S3TestEvent _ -> writeGreeting(output);
            case Trigger trigger ->
                    json.write(
                            sweep.run(document(trigger), context.getAwsRequestId(), time), output);
        }
    }

    /** Handles an event outside of Lambda. */
    public RunResult run(byte[] event, TimeBudget time) {
        return sweep.run(document(triggers.read(event)), UUID.randomUUID().toString(), time);
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
