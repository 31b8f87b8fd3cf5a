package org.labjanitor.cli.command;

import java.time.InstantSource;
import java.util.List;
import org.labjanitor.cli.instances.InstanceSweeper;
import org.labjanitor.cli.instances.InstancesDocument;
import org.labjanitor.cli.instances.ProgressLine;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;

/** Instances, where the options point. */
final class InstancesTarget extends SweepTarget<InstancesDocument> {
    private final PolicyOptions judging;
    private final List<String> only;

    /**
     * A target.
     *
     * @param only narrows it to these ids; empty: every lab instance
     */
    InstancesTarget(
            Surroundings here, WhereOptions where, PolicyOptions judging, List<String> only) {
        super(here, where, judging.labTag);
        this.judging = judging;
        this.only = List.copyOf(only);
    }

    @Override
    InstancesDocument judged(Mode mode) {
        return InstancesDocument.of(mode).only(only).policy(judging.policy, judging.numbers);
    }

    @Override
    List<String> usualRegions() {
        return List.of();
    }

    @Override
    NextStep keeping(Resource resource, String account, String labTag) {
        return new NextStep(
                "Keep an instance (its owner can do it, too)",
                new TagCommand(where, labTag).keepInstance(resource));
    }

    @Override
    RunResult sweep(
            Settings settings,
            AwsConnection connection,
            InstantSource clock,
            InstancesDocument document) {
        InstanceSweeper sweeper = new InstanceSweeper(clock, here.pause());
        Terminal terminal = here.terminal();
        if (!terminal.traits().errorIsTerminal()) {
            return sweeper.run(settings, connection, document, SweepListener.silent());
        }
        try (ProgressLine progress = new ProgressLine(terminal.statusLine())) {
            return sweeper.run(settings, connection, document, progress);
        }
    }
}
