package org.labjanitor.cli.command;

import org.labjanitor.cli.instances.InstancesDocument;
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
    private final InstanceRemovalOptions removal = new InstanceRemovalOptions();

    CleanInstances(Surroundings here) {
        super(here);
    }

    @Override
    public Integer call() {
        InstancesTarget target = target();
        InstancesDocument document =
                target.document(Mode.CLEAN)
                        .budget(removal.budgetCount, removal.budgetPercent)
                        .action(removal.action)
                        .graceHours(removal.graceHours)
                        .terminate(removal.named, removal.reason);
        return new Cleaning<>(
                        target,
                        results(target),
                        removal,
                        removal.named,
                        CommandText.of(here.program(), "clean", "instances")
                                .andLasting(Typed.after(spec, "instances")))
                .run(document);
    }
}
