package org.labjanitor.cli.instances;

import java.time.Duration;
import java.time.InstantSource;
import org.labjanitor.instances.IdleInstancesHandler;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/** Runs the very code that the Lambda function runs, in this process. */
public final class InstanceSweeper {
    /** A terminal has no deadline; this one only keeps a lost connection from lasting for ever. */
    private static final Duration LONGEST_RUN = Duration.ofHours(6);

    private final InstantSource clock;
    private final Pause pause;

    public InstanceSweeper(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    public RunResult run(
            Settings settings,
            AwsConnection connection,
            InstancesDocument document,
            SweepListener listener) {
        try (var handler = new IdleInstancesHandler(settings, connection, clock, pause, listener)) {
            return handler.run(document.bytes(), TimeBudget.of(LONGEST_RUN, clock));
        }
    }
}
