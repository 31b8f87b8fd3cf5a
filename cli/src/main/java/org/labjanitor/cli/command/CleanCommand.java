package org.labjanitor.cli.command;

import picocli.CommandLine.Command;

/** {@code janitor clean}. */
@Command(
        name = "clean",
        header = "Removes what may go. Shows it first, and asks.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n@|bold What to clean|@%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CleanCommand extends GroupCommand {}
