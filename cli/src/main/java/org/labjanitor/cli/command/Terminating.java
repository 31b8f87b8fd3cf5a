package org.labjanitor.cli.command;

import java.util.List;
import org.labjanitor.cli.fleet.FleetPage;
import org.labjanitor.cli.fleet.RefusalList;
import org.labjanitor.cli.instances.InstancesDocument;
import org.labjanitor.cli.report.LeftoverWords;
import org.labjanitor.cli.report.Money;
import org.labjanitor.cli.report.NotExaminedList;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

/**
 * The way of instances that a person named: shows which will go and why the others will not, asks,
 * terminates those, and tells what a later look found.
 */
final class Terminating {
    private final InstancesTarget target;
    private final ResultOutput results;
    private final boolean unasked;

    /**
     * A termination.
     *
     * @param unasked whether nobody is asked
     */
    Terminating(InstancesTarget target, ResultOutput results, boolean unasked) {
        this.target = target;
        this.results = results;
        this.unasked = unasked;
    }

    /** Terminates what the document names, and answers the exit code. */
    int run(InstancesDocument document) {
        RunResult preview = target.run(document.mode(Mode.REPORT));
        List<ResultItem> going = preview.items().stream().filter(Terminating::isGoing).toList();
        show(preview, going);
        if (going.isEmpty()) {
            results.show(preview, _ -> {});
            results.messages().paragraph(0, Style.BOLD, "Nothing was terminated.");
            return ExitCode.FAILED;
        }
        if (!unasked && !isConfirmed(preview, going)) {
            results.messages()
                    .paragraph(
                            0, Style.BOLD, "That is not the account's id. Nothing was terminated.");
            return ExitCode.FAILED;
        }
        RunResult result =
                target.runIn(
                        preview.account(),
                        document.naming(going.stream().map(item -> item.resource().id()).toList()));
        results.show(result, List.of());
        boolean allGoing = going.size() == preview.items().size();
        int code = ExitCode.of(result.status());
        return code == ExitCode.COMPLETE && !(allGoing && preview.notExamined().isEmpty())
                ? ExitCode.PARTIAL
                : code;
    }

    private static boolean isGoing(ResultItem item) {
        return item.action() == Action.WOULD_TERMINATE;
    }

    private boolean isConfirmed(RunResult preview, List<ResultItem> going) {
        Screen screen = results.preview();
        boolean given = new Confirmation(target.here.terminal(), screen).isGiven(preview, going);
        if (given) {
            screen.blank();
        }
        return given;
    }

    private void show(RunResult preview, List<ResultItem> going) {
        Screen screen = unasked ? results.messages() : results.preview();
        if (!going.isEmpty()) {
            showGoing(screen, preview, going);
        }
        new RefusalList(screen)
                .show(preview.items().stream().filter(item -> !isGoing(item)).toList());
        new NotExaminedList(screen).show(preview.notExamined());
    }

    private void showGoing(Screen screen, RunResult preview, List<ResultItem> going) {
        String dot = " " + screen.glyphs().dot() + " ";
        screen.blank();
        screen.line(
                screen.paint(Style.BAD_TITLE, "To be terminated")
                        + dot
                        + Noun.ofSweep("instances").count(going.size())
                        + dot
                        + Money.inSentence(going.stream().map(ResultItem::cost).toList()));
        new FleetPage(screen, target.connection()).rows(going, preview.startedAt(), false);
        going.stream()
                .flatMap(item -> item.leftovers().stream())
                .forEach(leftover ->
                        screen.paragraph(2, Style.WARNING, LeftoverWords.sentence(leftover)));
    }
}
