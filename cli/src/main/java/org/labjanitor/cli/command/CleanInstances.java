package org.labjanitor.cli.command;

import java.util.List;
import org.labjanitor.cli.instances.InstancesDocument;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code janitor clean instances}. */
@Command(
        name = "instances",
        header = "Terminates instances that nobody uses. Shows them first, and asks.",
        description = {
            "%nReports first, exactly as 'janitor report instances' does. Then it asks you to type the account's id,"
                    + " looks at every instance again right before it goes, removes at most what it has shown you, and"
                    + " tells what a later look found. Instances without the lab tag, with a keep tag, under"
                    + " protection, owned by something else, or with any doubt in the evidence stay."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor clean instances --grace-hours 0|@",
            "      what may go in the Region of your profile, after your answer",
            "  @|yellow janitor clean instances --grace-hours 0 --action stop --budget-count 5|@",
            "      stops at most five, which can be taken back",
            "  @|yellow janitor clean instances --terminate i-0abc... --reason 'asked by the trainer'|@",
            "      one instance outright",
            "  @|yellow janitor clean instances --grace-hours 0 --account 111122223333 --yes --json|@",
            "      in a script",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "Those of a report, and ec2:DescribeInstanceAttribute, ec2:TerminateInstances, ec2:StopInstances,"
                    + " ec2:CancelSpotInstanceRequests.",
            HelpText.SETTINGS
        },
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            HelpText.EXIT_FAILED + ", or you said no",
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL
        })
final class CleanInstances extends InstancesCommand {
    @ArgGroup(validate = false, order = 3, heading = "%n@|bold What to remove|@%n")
    private final RemovalOptions removal = new RemovalOptions();

    CleanInstances(Surroundings here) {
        super(here);
    }

    @Override
    public Integer call() {
        requireGrace();
        InstancesTarget target = target();
        InstancesDocument document = document(target);
        if (removal.yes) {
            requireAccount();
            return finish(target, target.run(document));
        }
        requirePerson();
        return afterConfirmation(target, document);
    }

    private InstancesDocument document(InstancesTarget target) {
        return target.document(Mode.CLEAN)
                .budget(removal.budgetCount, removal.budgetPercent)
                .action(removal.action)
                .graceHours(removal.graceHours)
                .terminate(removal.named, removal.reason);
    }

    /** Said here, since a report, which runs first, has no use for a grace. */
    private void requireGrace() {
        if (removal.named.isEmpty() && removal.graceHours == null) {
            throw new UsageException(
                    "--grace-hours is missing. Owners cannot be warned yet, so what may go, goes at once;"
                            + " to say that this is meant, add --grace-hours 0");
        }
    }

    private void requireAccount() {
        if (where.account == null) {
            throw new UsageException(
                    "--yes needs --account ID: without a question, the account has to be named");
        }
    }

    private void requirePerson() {
        if (!here.terminal().traits().inputIsTerminal()) {
            throw new RefusedException(
                    "clean asks before it removes, and nobody is there to answer: standard input is no terminal."
                            + " In a script, use --yes together with --account ID");
        }
    }

    private int afterConfirmation(InstancesTarget target, InstancesDocument document) {
        RunResult preview = target.run(document.mode(Mode.REPORT));
        List<ResultItem> planned = planned(preview);
        ResultOutput results = output(target);
        if (planned.isEmpty() || preview.stopped() != null) {
            results.show(preview, List.of());
            here.terminal().messages(output.colours).line("Nothing was removed.");
            return preview.stopped() == null ? ExitCode.of(preview.status()) : ExitCode.FAILED;
        }
        results.preview(preview);
        if (!new Confirmation(here.terminal(), results.preview()).isGiven(preview, planned)) {
            here.terminal()
                    .messages(output.colours)
                    .paragraph(0, Style.BOLD, "That is not the account's id. Nothing was removed.");
            return ExitCode.FAILED;
        }
        results.preview().blank();
        return finish(target, target.runIn(preview.account(), confirmed(document, planned)));
    }

    /** What was shown is the most that may go, whatever has turned idle in the meantime. */
    private InstancesDocument confirmed(InstancesDocument document, List<ResultItem> planned) {
        return removal.named.isEmpty()
                ? document.confirmed(planned.stream().map(item -> item.resource().id()).toList())
                : document;
    }

    private static List<ResultItem> planned(RunResult preview) {
        return preview.items().stream()
                .filter(item ->
                        item.action() == Action.WOULD_TERMINATE
                                || item.action() == Action.WOULD_STOP)
                .toList();
    }

    private ResultOutput output(InstancesTarget target) {
        return new ResultOutput(here.terminal(), output, target.connection());
    }

    private int finish(InstancesTarget target, RunResult result) {
        output(target).show(result, nextSteps(result));
        return ExitCode.of(result.status());
    }

    private List<NextStep> nextSteps(RunResult result) {
        if (result.with(Outcome.NOT_REACHED) == 0 || result.stopped() != null) {
            return List.of();
        }
        return List.of(
                new NextStep(
                        "Go on with the rest",
                        CommandText.of(here.program(), "clean", "instances")
                                .andLasting(Typed.after(spec, "instances"))
                                .toString()));
    }
}
