package org.labjanitor.launcher;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.launcher.progress.LaunchListener;
import org.labjanitor.launcher.request.AllowedSources;
import org.labjanitor.launcher.request.LaunchMode;
import org.labjanitor.launcher.request.LaunchRequest;
import org.labjanitor.launcher.request.LaunchRequestReader;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.function.EventFunction;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.price.OnDemandPrices;
import org.labjanitor.runtime.requests.RequestFiles;
import org.labjanitor.runtime.settings.LaunchSettings;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * Starts a lab, instances, buckets and starter files, with its end written on every piece, so that
 * the sweeps remove it again. Takes a lab document, by hand, as the input of a schedule or as an
 * object in S3; answers with what is there and what is not. A document with a fault is refused as
 * an error that lists every fault.
 */
public final class LaunchLabHandler implements RequestStreamHandler, AutoCloseable {
    private final Settings settings;
    private final AwsClients clients;
    private final LabLaunch launch;
    private final LaunchRequestReader requests;
    private final EventFunction<LaunchResult> function;

    /** For Lambda: settings from the environment, AWS itself, the real time, nobody who watches. */
    public LaunchLabHandler() {
        this(
                Settings.from(System.getenv()),
                LaunchSettings.from(System.getenv()),
                AllowedSources.only(LaunchSettings.from(System.getenv()).sources()),
                AwsConnection.fromEnvironment(System.getenv()),
                InstantSource.system(),
                Pause.real(),
                LaunchListener.silent());
    }

    /** Everything that Lambda would give is given here. */
    public LaunchLabHandler(
            Settings settings,
            LaunchSettings limits,
            AllowedSources sources,
            AwsConnection connection,
            InstantSource clock,
            Pause pause,
            LaunchListener listener) {
        this.settings = settings;
        this.clients = new AwsClients(connection);
        this.launch =
                new LabLaunch(
                        clients,
                        settings,
                        limits,
                        OnDemandPrices.bundled(),
                        clock,
                        pause,
                        listener);
        this.requests = new LaunchRequestReader(limits, sources, connection.homeRegion(), clock);
        this.function =
                new EventFunction<>(
                        clock, this::run, new RequestFiles("labs", settings, clients, clock));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        function.handle(input, output, context);
    }

    /**
     * One launch, as {@link #handleRequest} does it.
     *
     * @throws BadRequestException if the document has a fault
     * @throws org.labjanitor.runtime.account.WrongAccountException if the credentials belong to
     *     another account than the configured one
     * @throws org.labjanitor.runtime.aws.AwsFailedException if nobody says what is there already
     */
    public LaunchResult run(byte[] event, TimeBudget time) {
        return function.run(event, time);
    }

    @Override
    public void close() {
        clients.close();
    }

    private LaunchResult run(
            Map<String, @Nullable Object> document, String runId, TimeBudget time) {
        LaunchRequest request = requests.read(document);
        if (request.mode() == LaunchMode.LAUNCH && settings.accountId() == null) {
            throw BadRequestException.of(
                    "mode is \"launch\", but no account is configured (JANITOR_ACCOUNT_ID);"
                            + " a lab is launched only where it was told to");
        }
        return launch.run(request, runId, time);
    }
}
