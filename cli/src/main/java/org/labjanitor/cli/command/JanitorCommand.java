package org.labjanitor.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code janitor}. */
@Command(
        name = "janitor",
        header =
                "Lab Janitor finds EC2 instances that nobody uses and buckets whose time is over, says why, and"
                        + " removes them; and it starts labs with their end written on them.",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "%nOnly what has the lab tag is ever touched. Whatever is in doubt stays. 'report' changes nothing;"
                    + " 'clean' shows what would go and asks before it removes."
        },
        commandListHeading = "%n@|bold Commands|@%n",
        footerHeading = "%n@|bold First steps|@%n",
        footer = {
            "  @|yellow janitor demo|@                  a whole lab on your machine, no AWS account needed",
            "  @|yellow janitor report instances|@      your account, read only",
            "  @|yellow janitor report buckets|@        its buckets, read only",
            "  @|yellow janitor instances|@             who runs what, at a glance",
            "  @|yellow janitor explain i-0abc...|@     why one of them stays, or may go",
            "  @|yellow janitor clean instances|@       when you like what you see",
            "  @|yellow janitor launch lab.json|@       a lab that has its end on it from the start",
            "  @|yellow janitor empty s3://lab-...|@    one bucket, with all that is in it",
            "  @|yellow janitor buckets|@               whose they are, and what they cost",
            "  @|yellow janitor mb s3://lab-...|@       a new one, with its end written on it",
            "  @|yellow janitor extend LAB --by 2d|@    more time for a whole lab",
            "  @|yellow janitor history|@               what was removed so far",
            HelpText.CREDENTIALS,
            "'janitor COMMAND --help' tells more about each command."
        },
        exitCodeListHeading = HelpText.EXIT_TITLE,
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            HelpText.EXIT_FAILED,
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class JanitorCommand implements Runnable {
    @Spec private CommandSpec spec;

    JanitorCommand() {
        this.spec = CommandSpec.create();
    }

    /** Nothing was asked for: say what can be. */
    @Override
    public void run() {
        CommandLine command = spec.commandLine();
        command.usage(command.getOut());
    }
}
