package org.labjanitor.cli.buckets;

import java.time.Duration;
import java.time.InstantSource;
import org.labjanitor.buckets.ExpiredBucketsHandler;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/** Runs the very code that the Lambda function runs, in this process. */
public final class BucketSweeper {
    /** A terminal has no deadline; this one only keeps a lost connection from lasting for ever. */
    private static final Duration LONGEST_RUN = Duration.ofDays(7);

    private final InstantSource clock;
    private final Pause pause;

    public BucketSweeper(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    public RunResult run(
            Settings settings,
            AwsConnection connection,
            BucketsDocument document,
            BucketSweepListener listener,
            StopSignal stop) {
        try (var handler =
                new ExpiredBucketsHandler(settings, connection, clock, pause, listener, stop)) {
            return handler.run(document.bytes(), TimeBudget.of(LONGEST_RUN, clock));
        }
    }
}
