package org.labjanitor.cli.command;

import java.util.List;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.request.SweepDocument;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

/**
 * The way of every clean: shows what would go, asks, removes at most that, and tells what a later
 * look found.
 */
final class Cleaning<D extends SweepDocument<D>> {
    private final Surroundings here;
    private final SweepTarget<D> target;
    private final ResultOutput results;
    private final RemovalOptions removal;
    private final List<String> named;
    private final CommandText again;

    /**
     * A clean.
     *
     * @param named what is to go outright
     * @param again the command that goes on where this one ends
     */
    Cleaning(
            SweepTarget<D> target,
            ResultOutput results,
            RemovalOptions removal,
            List<String> named,
            CommandText again) {
        this.here = target.here;
        this.target = target;
        this.results = results;
        this.removal = removal;
        this.named = named;
        this.again = again;
    }

    /** Cleans, and answers the exit code. */
    int run(D document) {
        requireGrace();
        if (removal.yes) {
            requireAccount();
            return finish(target.run(document));
        }
        requirePerson();
        return afterConfirmation(document);
    }

    /** Said here, since a report, which runs first, has no use for a grace. */
    private void requireGrace() {
        if (named.isEmpty() && removal.graceHours == null) {
            throw new UsageException(
                    "--grace-hours is missing. Owners cannot be warned yet, so what may go, goes at once;"
                            + " to say that this is meant, add --grace-hours 0");
        }
    }

    private void requireAccount() {
        if (target.where.account == null) {
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

    private int afterConfirmation(D document) {
        RunResult preview = target.run(document.mode(Mode.REPORT));
        List<ResultItem> planned = planned(preview);
        if (planned.isEmpty() || preview.stopped() != null) {
            results.show(preview, List.of());
            results.messages().line("Nothing was removed.");
            return preview.stopped() == null ? ExitCode.of(preview.status()) : ExitCode.FAILED;
        }
        results.preview(preview);
        if (!new Confirmation(here.terminal(), results.preview()).isGiven(preview, planned)) {
            results.messages()
                    .paragraph(0, Style.BOLD, "That is not the account's id. Nothing was removed.");
            return ExitCode.FAILED;
        }
        results.preview().blank();
        return finish(target.runIn(preview.account(), confirmed(document, planned)));
    }

    /** What was shown is the most that may go, whatever has changed in the meantime. */
    private D confirmed(D document, List<ResultItem> planned) {
        return named.isEmpty()
                ? document.confirmed(planned.stream().map(item -> item.resource().id()).toList())
                : document;
    }

    private static List<ResultItem> planned(RunResult preview) {
        return preview.items().stream().filter(item -> isPlanned(item.action())).toList();
    }

    private static boolean isPlanned(Action action) {
        return switch (action) {
            case WOULD_TERMINATE, WOULD_STOP, WOULD_EMPTY, WOULD_DELETE -> true;
            case NONE, TERMINATE, STOP, EMPTY, DELETE -> false;
        };
    }

    private int finish(RunResult result) {
        results.show(result, nextSteps(result));
        return target.isInterrupted() ? ExitCode.STOPPED : ExitCode.of(result.status());
    }

    private List<NextStep> nextSteps(RunResult result) {
        long left = result.with(Outcome.NOT_REACHED) + result.with(Outcome.UNFINISHED);
        return left == 0 || result.stopped() != null
                ? List.of()
                : List.of(new NextStep("Go on with the rest", again.toString()));
    }
}
