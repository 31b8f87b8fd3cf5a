package org.labjanitor.cli.command;

import picocli.CommandLine.ArgGroup;

/** What the commands about instances have in common. */
abstract class InstancesCommand extends SweepCommand {
    @ArgGroup(validate = false, order = 2, heading = "%n@|bold What to look at|@%n")
    final JudgingOptions judging = new JudgingOptions();

    InstancesCommand(Surroundings here) {
        super(here);
    }

    final InstancesTarget target() {
        return new InstancesTarget(here, where, judging, judging.only);
    }
}
