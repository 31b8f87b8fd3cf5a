package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
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
        RunResult result = target.run(target.document(Mode.REPORT));
        new ResultOutput(here.terminal(), output, target.connection())
                .show(result, nextSteps(result));
        return ExitCode.of(result.status());
    }

    private List<NextStep> nextSteps(RunResult result) {
        List<String> typed = Typed.after(spec, "instances");
        List<NextStep> steps = new ArrayList<>();
        result.items().stream()
                .filter(item -> item.verdict() instanceof Removable)
                .findFirst()
                .ifPresent(item -> steps.addAll(afterFinding(item, result, typed)));
        if (!output.verbose && !result.items().isEmpty()) {
            steps.add(
                    new NextStep(
                            "See the evidence",
                            CommandText.of(here.program(), "report", "instances")
                                    .andLasting(typed)
                                    .and("--verbose")
                                    .toString()));
        }
        return steps;
    }

    private List<NextStep> afterFinding(ResultItem item, RunResult result, List<String> typed) {
        CommandText clean = CommandText.of(here.program(), "clean", "instances").andLasting(typed);
        if (where.account == null) {
            clean = clean.and("--account", result.account());
        }
        return List.of(
                new NextStep(
                        "Keep an instance (its owner can do it, too)",
                        new TagCommand(where, labTag(result)).keep(item.resource())),
                new NextStep(
                        "Remove what may go (it asks first; owners are not warned yet)",
                        clean.and("--grace-hours", "0").toString()));
    }

    private static String labTag(RunResult result) {
        return result.settings().getOrDefault("labTag", LabTags.DEFAULT_LAB_KEY);
    }
}
