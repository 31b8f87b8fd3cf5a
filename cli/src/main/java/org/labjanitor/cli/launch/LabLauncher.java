package org.labjanitor.cli.launch;

import java.time.Duration;
import java.time.InstantSource;
import org.labjanitor.launcher.LaunchLabHandler;
import org.labjanitor.launcher.progress.LaunchListener;
import org.labjanitor.launcher.request.AllowedSources;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.settings.LaunchSettings;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/** Runs the very code that the Lambda function runs, in this process. */
public final class LabLauncher {
    /** Longer than any launch takes that comes to an end. */
    private static final Duration LONGEST_RUN = Duration.ofHours(2);

    private final AwsConnection connection;
    private final LaunchSettings limits;
    private final InstantSource clock;
    private final Pause pause;

    public LabLauncher(
            AwsConnection connection, LaunchSettings limits, InstantSource clock, Pause pause) {
        this.connection = connection;
        this.limits = limits;
        this.clock = clock;
        this.pause = pause;
    }

    /** Launches, or reports, as the document says. */
    public LaunchResult run(Settings settings, byte[] document, LaunchListener listener) {
        try (var handler =
                new LaunchLabHandler(
                        settings,
                        limits,
                        AllowedSources.ofPerson(),
                        connection,
                        clock,
                        pause,
                        listener)) {
            return handler.run(document, TimeBudget.of(LONGEST_RUN, clock));
        }
    }
}
