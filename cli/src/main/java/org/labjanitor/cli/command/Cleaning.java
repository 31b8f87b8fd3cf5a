package org.labjanitor.cli.command;

import java.util.List;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.request.SweepDocument;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.verdict.Verdict.Removable;
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
        } else {
            requirePerson();
        }
        return named.isEmpty() ? previewAndClean(document) : cleanNamed(document.withoutGrace());
    }

    /**
     * Said here, since a report, which runs first, has no use for a grace. A terminal that removes
     * has a person in front of it, who names what goes; so nobody is warned.
     */
    private void requireGrace() {
        if (named.isEmpty() && removal.graceHours == null) {
            throw new UsageException(
                    "--grace-hours is missing. A clean from a terminal warns nobody: what may go, goes at once;"
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

    private int cleanNamed(D document) {
        return removal.yes ? finish(target.run(document)) : previewAndClean(document);
    }

    private int previewAndClean(D document) {
        RunResult preview = target.run(preview(document));
        List<ResultItem> planned = planned(preview);
        if (planned.isEmpty() || preview.stopped() != null) {
            results.show(preview, List.of());
            results.messages().line("Nothing was removed.");
            return preview.stopped() == null ? ExitCode.of(preview.status()) : ExitCode.FAILED;
        }
        if (!removal.yes && !isConfirmed(preview, planned)) {
            results.messages()
                    .paragraph(0, Style.BOLD, "That is not the account's id. Nothing was removed.");
            return ExitCode.FAILED;
        }
        return finish(target.runIn(preview.account(), confirmed(document, preview, planned)));
    }

    /** Any other grace than none is left in it, and is refused together with all other faults. */
    private D preview(D document) {
        D report = document.mode(Mode.REPORT);
        return "0".equals(removal.graceHours) ? report.withoutGrace() : report;
    }

    private boolean isConfirmed(RunResult preview, List<ResultItem> planned) {
        results.preview(preview);
        boolean given =
                new Confirmation(here.terminal(), results.preview()).isGiven(preview, planned);
        if (given) {
            results.preview().blank();
        }
        return given;
    }

    /**
     * What was shown is the most that may go, whatever has changed in the meantime. Where nobody
     * was asked, what the budget held back is listed as well, so that the result tells of it.
     */
    private D confirmed(D document, RunResult preview, List<ResultItem> planned) {
        if (!named.isEmpty()) {
            return document;
        }
        List<ResultItem> listed = removal.yes ? removable(preview) : planned;
        return document.confirmed(
                listed.stream().map(item -> item.resource().id()).toList(), planned.size());
    }

    private static List<ResultItem> removable(RunResult preview) {
        return preview.items().stream()
                .filter(item -> item.verdict() instanceof Removable)
                .toList();
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
