package org.labjanitor.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has an end together with one of its subcommands. */
abstract class GroupCommand implements Runnable {
    @Spec private CommandSpec spec;

    GroupCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to %s: %s"
                        .formatted(spec.name(), String.join(", ", spec.subcommands().keySet())));
    }
}
