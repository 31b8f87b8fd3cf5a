package org.labjanitor.cli.command;

import picocli.CommandLine.Command;

/** {@code janitor report instances}. */
@Command(
        name = "instances",
        header = "Which instances nobody uses, why, and what they cost. Reads only.",
        description = {
            "%nLooks at every instance with the lab tag, asks CloudWatch, Session Manager and CloudTrail whether"
                    + " anybody used it, and says for each one: may go, unknown, or kept, and why. It changes nothing:"
                    + " no tag, no instance, no word to an owner."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor report instances|@                           the Region of your profile",
            "  @|yellow janitor report instances --all-regions|@             everywhere",
            "  @|yellow janitor report instances --only i-0abc... -v|@       one instance, with the evidence",
            "  @|yellow janitor report instances --json > today.json|@       for other programs",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "ec2:Describe*, cloudwatch:GetMetricData, ssm:DescribeSessions, cloudtrail:LookupEvents. What is missing"
                    + " is told as not examined.",
            HelpText.SETTINGS
        },
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            HelpText.EXIT_FAILED,
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL
        })
final class ReportInstances extends InstancesCommand {
    ReportInstances(Surroundings here) {
        super(here);
    }

    @Override
    public Integer call() {
        InstancesTarget target = target();
        return new Reporting(target, output, results(target), Typed.after(spec, "instances")).run();
    }
}
