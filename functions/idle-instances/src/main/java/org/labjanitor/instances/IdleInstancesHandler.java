package org.labjanitor.instances;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.instances.request.InstancesRequestReader;
import org.labjanitor.instances.sweep.InstanceSweep;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.function.SweepFunction;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.price.OnDemandPrices;
import org.labjanitor.runtime.requests.RequestFiles;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.sink.LambdaSinks;
import org.labjanitor.runtime.sink.RunSinks;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * Judges lab instances; in mode {@code warn} tells owners of those that may go, and in mode {@code
 * clean} terminates those whose grace is over, too. Takes a request document, an EventBridge
 * schedule or an S3 event; answers with the run's result. A request with a fault is refused as an
 * error that lists every fault.
 */
public final class IdleInstancesHandler implements RequestStreamHandler, AutoCloseable {
    private final Settings settings;
    private final AwsClients clients;
    private final InstanceSweep sweep;
    private final InstancesRequestReader requests;
    private final SweepFunction function;

    /** For Lambda: settings from the environment, AWS itself, the real time. */
    public IdleInstancesHandler() {
        this(
                Settings.from(System.getenv()),
                AwsConnection.fromEnvironment(System.getenv()),
                InstantSource.system(),
                Pause.real(),
                SweepListener.silent(),
                LambdaSinks.of(System.getenv()));
    }

    /** For the terminal and for tests, where nothing but the answer is of interest. */
    public IdleInstancesHandler(
            Settings settings,
            AwsConnection connection,
            InstantSource clock,
            Pause pause,
            SweepListener listener) {
        this(settings, connection, clock, pause, listener, List.of());
    }

    /** Everything that Lambda would give is given here. */
    public IdleInstancesHandler(
            Settings settings,
            AwsConnection connection,
            InstantSource clock,
            Pause pause,
            SweepListener listener,
            List<RunSink> sinks) {
        this.settings = settings;
        this.clients = new AwsClients(connection);
        this.sweep =
                new InstanceSweep(
                        clients,
                        new AccountGuard(clients.sts(), settings.accountId()),
                        settings,
                        OnDemandPrices.bundled(),
                        clock,
                        pause,
                        listener);
        this.requests = new InstancesRequestReader(settings);
        this.function =
                new SweepFunction(
                        clock,
                        this::run,
                        RunSinks.of(settings, clients, clock, sinks),
                        new RequestFiles("instances", settings, clients, clock));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        function.handle(input, output, context);
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
        return function.run(event, time);
    }

    @Override
    public void close() {
        clients.close();
    }

    private RunResult run(Map<String, @Nullable Object> document, String runId, TimeBudget time) {
        InstancesRequest request = requests.read(document);
        SweepFunction.requireAccount(request.mode(), settings);
        SweepFunction.requireGrace(request.mode(), request.graced(), settings);
        return sweep.run(request, runId, time);
    }
}
