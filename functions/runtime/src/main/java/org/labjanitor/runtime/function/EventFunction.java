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
import org.labjanitor.runtime.result.RunRecord;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.runtime.trigger.RequestObject;
import org.labjanitor.runtime.trigger.Trigger;
import org.labjanitor.runtime.trigger.TriggerReader;

/**
 * Tells what started a function, hands the request document to a run, and writes what it leaves.
 *
 * @param <R> what a run leaves
 */
public final class EventFunction<R extends RunRecord> {
    private final InstantSource clock;
    private final Run<R> run;
    private final RequestFiles files;
    private final TriggerReader triggers = new TriggerReader();

    /**
     * A run, which reads its own kind of request.
     *
     * @param <R> what it leaves
     */
    @FunctionalInterface
    public interface Run<R extends RunRecord> {
        /**
         * Runs it.
         *
         * @throws BadRequestException if the document has a fault
         */
        R run(Map<String, @Nullable Object> document, String runId, TimeBudget time);
    }

    public EventFunction(InstantSource clock, Run<R> run, RequestFiles files) {
        this.clock = clock;
        this.run = run;
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
                                            objects, context.getAwsRequestId(), time, run::run),
                                    output);
            case Trigger trigger ->
                    run.run(document(trigger), context.getAwsRequestId(), time).writeAnswer(output);
        }
    }

    /** Handles an event outside of Lambda. */
    public R run(byte[] event, TimeBudget time) {
        return run.run(document(triggers.read(event)), UUID.randomUUID().toString(), time);
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
