package org.labjanitor.cli.command;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code janitor completion}. */
@Command(
        name = "completion",
        header = "Prints a script with which bash and zsh complete janitor's words.",
        footerHeading = "%n@|bold Example|@%n",
        footer = "  @|yellow source <(janitor completion)|@",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompletionCommand implements Runnable {
    @Spec private CommandSpec spec;

    CompletionCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("janitor", spec.root().commandLine()));
        out.flush();
    }
}
