package org.labjanitor.cli.command;

import picocli.CommandLine.Command;

/** {@code janitor report}. */
@Command(
        name = "report",
        header = "Says what may go, and why. Reads only.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n@|bold What to report|@%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReportCommand extends GroupCommand {}
