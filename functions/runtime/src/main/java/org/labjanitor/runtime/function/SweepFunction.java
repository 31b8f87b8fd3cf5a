package org.labjanitor.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.requests.RequestFiles;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.TimeBudget;

/** Runs a sweep, whatever started it, and gives its result to everybody who is to have it. */
public final class SweepFunction {
    private final EventFunction.Run<RunResult> sweep;
    private final List<RunSink> sinks;
    private final EventFunction<RunResult> events;

    /**
     * A function for one sweep.
     *
     * @param sweep runs a request document of its own kind
     */
    public SweepFunction(
            InstantSource clock,
            EventFunction.Run<RunResult> sweep,
            List<RunSink> sinks,
            RequestFiles files) {
        this.sweep = sweep;
        this.sinks = List.copyOf(sinks);
        this.events = new EventFunction<>(clock, this::run, files);
    }

    /** Handles an event as Lambda hands it over. */
    public void handle(InputStream input, OutputStream output, Context context) throws IOException {
        events.handle(input, output, context);
    }

    /** Handles an event outside of Lambda. */
    public RunResult run(byte[] event, TimeBudget time) {
        return events.run(event, time);
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
}
