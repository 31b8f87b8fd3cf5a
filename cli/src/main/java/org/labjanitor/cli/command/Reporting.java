package org.labjanitor.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

/** The way of every report: looks, shows, and says what a person may do next. */
final class Reporting {
    private final SweepTarget<?> target;
    private final OutputOptions output;
    private final ResultOutput results;
    private final List<String> typed;

    /**
     * A report.
     *
     * @param typed the words that a person typed behind the command's name
     */
    Reporting(
            SweepTarget<?> target, OutputOptions output, ResultOutput results, List<String> typed) {
        this.target = target;
        this.output = output;
        this.results = results;
        this.typed = typed;
    }

    /** Reports, and answers the exit code. */
    int run() {
        RunResult result = target.run(Mode.REPORT);
        results.show(result, nextSteps(result));
        return ExitCode.of(result.status());
    }

    private List<NextStep> nextSteps(RunResult result) {
        List<NextStep> steps = new ArrayList<>();
        result.items().stream()
                .filter(item -> item.verdict() instanceof Removable)
                .findFirst()
                .ifPresent(item -> steps.addAll(afterFinding(item, result)));
        if (!output.verbose && !result.items().isEmpty()) {
            steps.add(
                    new NextStep(
                            "See the evidence",
                            command("report", result).and("--verbose").toString()));
        }
        return steps;
    }

    private List<NextStep> afterFinding(ResultItem item, RunResult result) {
        CommandText clean = command("clean", result);
        if (target.where.account == null) {
            clean = clean.and("--account", result.account());
        }
        return List.of(
                target.keeping(item.resource(), result.account(), labTag(result)),
                new NextStep(
                        "Remove what may go (it asks first, and warns nobody)",
                        clean.and("--grace-hours", "0").toString()));
    }

    private CommandText command(String what, RunResult result) {
        return CommandText.of(target.here.program(), what, result.sweep()).andLasting(typed);
    }

    private static String labTag(RunResult result) {
        return result.settings().getOrDefault("labTag", LabTags.DEFAULT_LAB_KEY);
    }
}
