package org.labjanitor.cli.command;

import java.util.List;
import java.util.Optional;
import org.labjanitor.cli.fleet.FleetPage;
import org.labjanitor.cli.fleet.Selection;
import org.labjanitor.cli.fleet.Selection.Chosen;
import org.labjanitor.cli.fleet.Selection.Nothing;
import org.labjanitor.cli.fleet.Selection.Unclear;
import org.labjanitor.cli.instances.InstancesDocument;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code janitor terminate}. */
@Command(
        name = "terminate",
        header = "Terminates instances that you name, or choose from a list. Asks first.",
        description = {
            "%nWithout ids, lists the lab's instances with a number each and asks which are to go. Whether they are"
                    + " idle does not matter, and nobody is warned; everything else that keeps an instance still does: no lab"
                    + " tag, a keep tag, protection, a service or group that owns it, the budget. Each refusal is explained."
                    + " What goes is shown with its owner, and you are asked to type the account's id."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor terminate|@                      choose from all in the Region of your profile",
            "  @|yellow janitor terminate --owner ada --idle|@   choose from Ada's that may go",
            "  @|yellow janitor terminate i-0abc... i-0def... --reason 'course is over'|@",
            "  @|yellow janitor terminate i-0abc... --reason 'asked by Ada' --account 111122223333 --yes|@",
            "      in a script",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "Those of 'janitor clean instances'.",
            HelpText.SETTINGS
        },
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            "1:failed, refused in whole, or you said no",
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL
        })
final class TerminateCommand extends SweepCommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            description = "Instances to terminate. Without any, you choose from a list.")
    private List<String> ids = List.of();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold Which to list|@%n")
    private final ListingOptions listing = new ListingOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold How to judge the list|@%n")
    private final PolicyOptions judging = new PolicyOptions();

    @ArgGroup(validate = false, order = 3, heading = "%n@|bold What to remove|@%n")
    private final TerminateOptions options = new TerminateOptions();

    TerminateCommand(Surroundings here) {
        super(here);
    }

    @Override
    public Integer call() {
        check();
        InstancesTarget target = new InstancesTarget(here, where, judging, List.of());
        ResultOutput results = results(target);
        List<String> chosen = ids.isEmpty() ? choose(target, results) : ids;
        if (chosen.isEmpty()) {
            return ExitCode.FAILED;
        }
        String reason = options.reason == null ? ask(results) : options.reason;
        InstancesDocument document =
                target.document(Mode.CLEAN)
                        .budget(options.budgetCount, options.budgetPercent)
                        .terminate(chosen, reason);
        return new Terminating(target, results, options.yes).run(document);
    }

    /** Everything that can be said before AWS is asked. */
    private void check() {
        listing.check();
        ids.forEach(InstanceId::checked);
        if (!ids.isEmpty() && listing.isNarrowed()) {
            throw new UsageException(
                    "ids cannot stand beside --idle, --owner, --lab, --state, --type or --older-than, which"
                            + " narrow the list that one chooses from");
        }
        if (options.yes) {
            checkUnasked();
        } else if (!here.terminal().traits().inputIsTerminal()) {
            throw noPerson();
        }
    }

    private void checkUnasked() {
        if (ids.isEmpty()) {
            throw new UsageException(
                    "--yes needs ids: without a question, what is to go has to be named");
        }
        if (where.account == null) {
            throw new UsageException(
                    "--yes needs --account ID: without a question, the account has to be named");
        }
        if (options.reason == null) {
            throw new UsageException(
                    "--yes needs --reason TEXT: without a question, say here why they are to go");
        }
    }

    private RuntimeException noPerson() {
        String inAScript = "In a script: janitor terminate ID... --reason TEXT --account ID --yes";
        return ids.isEmpty()
                ? new UsageException(
                        "no ids are given, and nobody is there to choose: standard input is no terminal. "
                                + inAScript)
                : new RefusedException(
                        "terminate asks before it removes, and nobody is there to answer: standard input is no"
                                + " terminal. "
                                + inAScript);
    }

    private List<String> choose(InstancesTarget target, ResultOutput results) {
        RunResult result = target.run(target.document(Mode.REPORT).explain());
        List<ResultItem> listed = listing.of(result);
        Screen screen = results.preview();
        new FleetPage(screen, target.connection()).show(result, listed, true);
        if (listed.isEmpty()) {
            screen.paragraph(0, Style.BOLD, "There is nothing to choose from.");
            return List.of();
        }
        screen.blank();
        List<String> chosen = choose(listed, screen);
        if (chosen.isEmpty()) {
            results.messages().paragraph(0, Style.BOLD, "Nothing was terminated.");
        }
        return chosen;
    }

    /** Asks until the answer can be understood; the end of the input means none. */
    private List<String> choose(List<ResultItem> listed, Screen screen) {
        screen.paragraph(0, Style.DIM, "Answer with " + Selection.ALLOWED + ".");
        while (true) {
            screen.prompt("Which are to be terminated? ");
            Optional<String> answer = here.terminal().answer();
            if (answer.isEmpty()) {
                return List.of();
            }
            switch (Selection.read(answer.get(), listed)) {
                case Nothing() -> {
                    return List.of();
                }
                case Chosen(List<ResultItem> items) -> {
                    return items.stream().map(item -> item.resource().id()).toList();
                }
                case Unclear(String why) -> screen.paragraph(0, Style.WARNING, why);
            }
        }
    }

    private String ask(ResultOutput results) {
        results.preview().prompt("Why? It is kept for the record: ");
        return here.terminal()
                .answer()
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .orElseThrow(() ->
                        new RefusedException("no reason was given, so nothing was terminated"));
    }
}
