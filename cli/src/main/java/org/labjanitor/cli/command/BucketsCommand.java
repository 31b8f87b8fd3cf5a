package org.labjanitor.cli.command;

import picocli.CommandLine.ArgGroup;

/** What the commands about buckets have in common. */
abstract class BucketsCommand extends SweepCommand {
    @ArgGroup(validate = false, order = 2, heading = "%n@|bold What to look at|@%n")
    final BucketJudgingOptions judging = new BucketJudgingOptions();

    BucketsCommand(Surroundings here) {
        super(here);
    }

    final BucketsTarget target() {
        return new BucketsTarget(here, where, judging);
    }
}
