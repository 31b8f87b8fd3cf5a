package org.labjanitor.cli.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.labjanitor.cli.report.Money;
import org.labjanitor.cli.report.NotExaminedList;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;

/** The instances of a lab for a person: where they are, one row each, and their sum. */
public final class FleetPage {
    private static final Noun INSTANCES = Noun.ofSweep("instances");

    private final Screen screen;
    private final Map<String, String> connection;

    /**
     * A page on this screen.
     *
     * @param connection what a person has to know about the way to AWS, such as its endpoint
     */
    public FleetPage(Screen screen, Map<String, String> connection) {
        this.screen = screen;
        this.connection = connection;
    }

    /**
     * Shows what a run saw.
     *
     * @param shown those of its instances that a person asked for, in their order
     * @param numbered whether they are numbered from 1 on, to be chosen from
     */
    public void show(RunResult result, List<ResultItem> shown, boolean numbered) {
        showHeading(result);
        if (!shown.isEmpty()) {
            screen.blank();
            rows(shown, result.startedAt(), numbered);
        }
        new NotExaminedList(screen).show(result.notExamined());
        screen.blank();
        showSum(result, shown);
    }

    /** Only the rows. */
    public void rows(List<ResultItem> items, Instant now, boolean numbered) {
        new FleetTable(screen, now, numbered).show(items);
    }

    private void showHeading(RunResult result) {
        String dot = " " + screen.glyphs().dot() + " ";
        StringBuilder where = new StringBuilder("account " + result.account());
        connection.forEach(
                (label, value) -> where.append(dot).append(label).append(' ').append(value));
        if (!result.examined().isEmpty()) {
            where.append(dot).append(String.join(", ", result.examined()));
        }
        screen.paragraph(0, Style.DIM, where.toString());
    }

    private void showSum(RunResult result, List<ResultItem> shown) {
        if (result.items().isEmpty()) {
            screen.paragraph(0, Style.BOLD, "No lab instances were found.");
            return;
        }
        int all = result.items().size();
        String count =
                shown.size() == all
                        ? INSTANCES.count(all)
                        : "%d of %s".formatted(shown.size(), INSTANCES.count(all));
        String costs = shown.isEmpty() ? "" : ", " + cost(shown);
        screen.paragraph(0, Style.BOLD, count + costs + ".");
        List<ResultItem> mayGo =
                shown.stream().filter(item -> item.verdict() instanceof Removable).toList();
        if (!mayGo.isEmpty()) {
            screen.paragraph(
                    0,
                    Style.WARNING,
                    "%d of them may go: %s.".formatted(mayGo.size(), cost(mayGo)));
        }
    }

    private static String cost(List<ResultItem> items) {
        return Money.inSentence(items.stream().map(ResultItem::cost).toList());
    }
}
