package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.buckets.BucketsDocument;
import org.labjanitor.cli.fleet.ExplanationPage;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.report.NotExaminedList;
import org.labjanitor.cli.report.RunReport;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code janitor explain}. */
@Command(
        name = "explain",
        header = "Why one instance or bucket stays, or may go: rule by rule. Reads only.",
        description = {
            "%nAsks every rule about it, in the order in which a run asks them: what each one saw, which one decided,"
                    + " what the ones behind it would say, and what would have to change for another verdict. Works for an"
                    + " instance without the lab tag too, and says that it is none of the janitor's business."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor explain i-0123456789abcdef0|@",
            "  @|yellow janitor explain i-0123456789abcdef0 --all-regions|@    wherever it is",
            "  @|yellow janitor explain i-0123456789abcdef0 --set quietHours=12|@",
            "      what would be if 12 quiet hours were enough",
            "  @|yellow janitor explain lab-ana-scratch|@                      a bucket",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "Those of 'janitor report', and ec2:DescribeInstanceAttribute for what may go.",
            HelpText.SETTINGS
        },
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            HelpText.EXIT_FAILED + ", or there is no such thing",
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL
        })
final class ExplainCommand extends SweepCommand {
    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "An instance's id, or a bucket's name.")
    private String id = "";

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold How to judge|@%n")
    private final PolicyOptions judging = new PolicyOptions();

    ExplainCommand(Surroundings here) {
        super(here);
    }

    @Override
    public Integer call() {
        return isInstance() ? explainInstance() : explainBucket();
    }

    private boolean isInstance() {
        return id.startsWith("i-");
    }

    private int explainInstance() {
        InstancesTarget target =
                new InstancesTarget(here, where, judging, List.of(InstanceId.checked(id)));
        return show(target, target.run(target.document(Mode.REPORT).explain()));
    }

    private int explainBucket() {
        BucketJudgingOptions bucket = new BucketJudgingOptions();
        bucket.only = List.of(BucketArgument.name(id));
        bucket.labTag = judging.labTag;
        BucketsTarget target = new BucketsTarget(here, where, bucket);
        BucketsDocument document = target.document(Mode.REPORT);
        return show(target, target.run(document));
    }

    private int show(SweepTarget<?> target, RunResult result) {
        Optional<ResultItem> item = result.items().stream().findFirst();
        results(target).show(result, screen -> showPage(screen, target, result, item.orElse(null)));
        return item.isEmpty() ? ExitCode.FAILED : ExitCode.of(result.status());
    }

    private void showPage(
            Screen screen, SweepTarget<?> target, RunResult result, @Nullable ResultItem item) {
        if (item == null) {
            showMissing(screen, result);
        } else {
            new ExplanationPage(screen).show(item);
        }
        new NotExaminedList(screen)
                .show(result.notExamined().stream().filter(gap -> !isAsked(gap)).toList());
        List<NextStep> steps = item == null ? lookElsewhere() : nextSteps(target, result, item);
        if (!steps.isEmpty()) {
            new RunReport(screen, false).show(steps);
        }
    }

    private void showMissing(Screen screen, RunResult result) {
        result.notExamined().stream()
                .filter(this::isAsked)
                .forEach(gap -> screen.paragraph(0, Style.BOLD, id + ": " + gap.why() + "."));
    }

    private boolean isAsked(NotExamined gap) {
        return gap.what().equals(id);
    }

    /** Buckets are looked for in all Regions anyway. */
    private List<NextStep> lookElsewhere() {
        return where.allRegions || !isInstance()
                ? List.of()
                : List.of(
                        new NextStep(
                                "Look in every Region",
                                CommandText.of(here.program(), "explain", id, "--all-regions")
                                        .toString()));
    }

    private static List<NextStep> nextSteps(
            SweepTarget<?> target, RunResult result, ResultItem item) {
        List<NextStep> steps = new ArrayList<>();
        if (item.verdict() instanceof Removable) {
            steps.add(
                    target.keeping(
                            item.resource(),
                            result.account(),
                            result.settings().getOrDefault("labTag", LabTags.DEFAULT_LAB_KEY)));
        }
        return steps;
    }
}
