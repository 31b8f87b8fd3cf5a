package org.labjanitor.cli.command;

import java.time.InstantSource;
import java.util.List;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.cli.buckets.BucketProgressLine;
import org.labjanitor.cli.buckets.BucketSweeper;
import org.labjanitor.cli.buckets.BucketsDocument;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.terminal.Interrupts.Listening;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;

/** Buckets, where the options point. */
final class BucketsTarget extends SweepTarget<BucketsDocument> {
    private final BucketJudgingOptions judging;
    private final StopSignal stop = new StopSignal();

    BucketsTarget(Surroundings here, WhereOptions where, BucketJudgingOptions judging) {
        super(here, where, judging.labTag);
        this.judging = judging;
    }

    @Override
    boolean isInterrupted() {
        return stop.isGiven();
    }

    @Override
    BucketsDocument judged(Mode mode) {
        return BucketsDocument.of(mode).only(judging.only).lifetime(judging.lifetime);
    }

    @Override
    List<String> usualRegions() {
        return List.of(Settings.ALL_REGIONS);
    }

    @Override
    NextStep keeping(Resource resource, String account, String labTag) {
        return new NextStep(
                "Keep a bucket (its owner can do it, too)",
                new TagCommand(where, labTag).keepBucket(resource, account));
    }

    @Override
    RunResult sweep(
            Settings settings,
            AwsConnection connection,
            InstantSource clock,
            BucketsDocument document) {
        BucketSweeper sweeper = new BucketSweeper(clock, here.pause());
        Terminal terminal = here.terminal();
        if (!terminal.traits().errorIsTerminal()) {
            try (Listening _ = interrupts(document, () -> {})) {
                return sweeper.run(
                        settings, connection, document, BucketSweepListener.silent(), stop);
            }
        }
        try (BucketProgressLine progress =
                        new BucketProgressLine(terminal.statusLine(), here.clock());
                Listening _ = interrupts(document, progress::stopping)) {
            return sweeper.run(settings, connection, document, progress, stop);
        }
    }

    /** A run that changes nothing may end anywhere; one that removes comes to a good end. */
    private Listening interrupts(BucketsDocument document, Runnable alsoDo) {
        if (document.onlyReads()) {
            return () -> {};
        }
        return here.interrupts()
                .listen(() -> {
                    stop.give();
                    alsoDo.run();
                });
    }
}
