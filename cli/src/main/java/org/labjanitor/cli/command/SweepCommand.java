package org.labjanitor.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands that sweep have in common: where to look, and how to show it. */
@Command(
        exitCodeListHeading = HelpText.EXIT_TITLE,
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
abstract class SweepCommand implements Callable<Integer> {
    @ArgGroup(validate = false, order = 1, heading = "%n@|bold Where to look|@%n")
    final WhereOptions where = new WhereOptions();

    @ArgGroup(validate = false, order = 4, heading = "%n@|bold Output|@%n")
    final SweepOutputOptions output = new SweepOutputOptions();

    @Spec CommandSpec spec;

    final Surroundings here;

    SweepCommand(Surroundings here) {
        this.here = here;
        this.spec = CommandSpec.create();
    }

    final ResultOutput results(SweepTarget<?> target) {
        return new ResultOutput(here.terminal(), output, target.connection());
    }
}
