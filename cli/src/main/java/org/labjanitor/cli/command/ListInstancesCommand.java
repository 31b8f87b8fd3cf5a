package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.labjanitor.cli.fleet.FleetPage;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.report.RunReport;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code janitor instances}. */
@Command(
        name = "instances",
        header = "Lists the lab's instances: whose, how old, how busy, at what cost. Reads only.",
        description = {
            "%nOne row an instance, each judged exactly as 'janitor report instances' does: @|bold idle|@, @|bold"
                    + " expired|@ and @|bold forgotten|@ (stopped for too long) may go; @|bold used|@, @|bold pausing|@ (quiet, as"
                    + " often before), @|bold young|@, @|bold kept|@ (by its tag), @|bold owned|@ (by a service or group),"
                    + " @|bold protected|@, @|bold stopped|@, @|bold changing|@ and @|bold unclear|@ (it has an accelerator) stay, and"
                    + " so does whatever is @|bold unknown|@. The bars are the CPU of the last 24 hours, the newest at the right,"
                    + " with a gap where there are no data. A narrow terminal shows fewer columns."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor instances|@                            the Region of your profile",
            "  @|yellow janitor instances --all-regions --sort cost|@  everywhere, the dearest first",
            "  @|yellow janitor instances --owner ada --state running|@",
            "  @|yellow janitor instances --type 'm5.*' --older-than 2d --json|@",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "Those of 'janitor report instances'.",
            HelpText.SETTINGS
        },
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            HelpText.EXIT_FAILED,
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL
        })
final class ListInstancesCommand extends InstancesCommand {
    @ArgGroup(validate = false, order = 3, heading = "%n@|bold Which to list|@%n")
    private final ListingOptions listing = new ListingOptions();

    ListInstancesCommand(Surroundings here) {
        super(here);
    }

    @Override
    public Integer call() {
        listing.check();
        InstancesTarget target = target();
        RunResult result = target.run(target.document(Mode.REPORT).explain());
        List<ResultItem> listed = listing.of(result);
        Set<ResultItem> wanted = new HashSet<>(listed);
        results(target)
                .show(
                        result.only(wanted::contains),
                        screen -> showPage(screen, target, result, listed));
        return ExitCode.of(result.status());
    }

    private void showPage(
            Screen screen, InstancesTarget target, RunResult result, List<ResultItem> listed) {
        new FleetPage(screen, target.connection()).show(result, listed, false);
        List<NextStep> steps = nextSteps(listed);
        if (!steps.isEmpty()) {
            new RunReport(screen, false).show(steps);
        }
    }

    private List<NextStep> nextSteps(List<ResultItem> listed) {
        List<NextStep> steps = new ArrayList<>();
        if (!listed.isEmpty()) {
            String id = listed.getFirst().resource().id();
            steps.add(
                    new NextStep(
                            "See why one stays, or may go",
                            CommandText.of(here.program(), "explain", id)
                                    .and(where.words())
                                    .toString()));
        }
        if (listed.stream().anyMatch(item -> item.verdict() instanceof Removable)) {
            steps.add(
                    new NextStep(
                            "Choose which to terminate",
                            CommandText.of(here.program(), "terminate")
                                    .and(where.words())
                                    .toString()));
        }
        return steps;
    }
}
