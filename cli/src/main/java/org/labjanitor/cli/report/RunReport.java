package org.labjanitor.cli.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

/**
 * A run's result as a page: what may go one by one, what is unknown one by one, what is kept by
 * reason; then what was not examined, the totals, and what to do next. The weightiest things stand
 * last, where the eye is when the page has scrolled past.
 */
public final class RunReport {
    private static final Comparator<ResultItem> DEAREST_FIRST =
            Comparator.comparing(RunReport::dollars)
                    .reversed()
                    .thenComparing(item -> item.resource().region())
                    .thenComparing(item -> item.resource().id());

    private final Screen screen;
    private final boolean verbose;
    private final Map<String, String> connection;

    /** A report that tells nothing about the way to AWS. */
    public RunReport(Screen screen, boolean verbose) {
        this(screen, verbose, Map.of());
    }

    /**
     * A report on this screen.
     *
     * @param verbose whether to show evidence, and what is kept one by one
     * @param connection what a person has to know about the way to AWS, such as its endpoint
     */
    public RunReport(Screen screen, boolean verbose, Map<String, String> connection) {
        this.screen = screen;
        this.verbose = verbose;
        this.connection = connection;
    }

    public void show(RunResult result) {
        new Heading(screen, connection).show(result);
        Map<ItemGroup, List<ResultItem>> groups = groups(result);
        groups.forEach((group, items) -> showGroup(group, items, result.sweep()));
        if (result.items().isEmpty()) {
            screen.blank();
            screen.paragraph(0, Style.BOLD, "No lab " + result.sweep() + " were found.");
        }
        new NotExaminedList(screen).show(result.notExamined());
        showStopped(result);
        screen.blank();
        new Totals(screen, verbose).show(result);
    }

    /** What a person may do next, each with its command. */
    public void show(List<NextStep> steps) {
        screen.blank();
        for (NextStep step : steps) {
            screen.line(
                    screen.paint(Style.NAME, screen.glyphs().arrow()) + " " + step.purpose() + ":");
            screen.line("    " + screen.paint(Style.BOLD, screen.safe(step.command())));
        }
    }

    private static Map<ItemGroup, List<ResultItem>> groups(RunResult result) {
        Map<ItemGroup, List<ResultItem>> groups = new EnumMap<>(ItemGroup.class);
        for (ItemGroup group : ItemGroup.values()) {
            List<ResultItem> items =
                    result.items().stream()
                            .filter(item -> ItemGroup.of(item) == group)
                            .sorted(DEAREST_FIRST)
                            .toList();
            if (!items.isEmpty()) {
                groups.put(group, items);
            }
        }
        return groups;
    }

    private static BigDecimal dollars(ResultItem item) {
        return switch (item.cost()) {
            case Priced priced -> priced.dollars();
            case Unpriced _ -> BigDecimal.ZERO;
        };
    }

    private void showGroup(ItemGroup group, List<ResultItem> items, String sweep) {
        screen.blank();
        String money = Money.inSentence(items.stream().map(ResultItem::cost).toList());
        String dot = " " + screen.glyphs().dot() + " ";
        screen.line(
                screen.paint(group.style(), group.title())
                        + dot
                        + Noun.ofSweep(sweep).count(items.size())
                        + (group == ItemGroup.KEPT ? "" : dot + money));
        if (group == ItemGroup.KEPT && !verbose) {
            new KeptSummary(screen).show(items);
            return;
        }
        String shared = sharedDetail(items);
        if (!shared.isEmpty()) {
            screen.paragraph(2, Style.DIM, shared);
        }
        ItemList list = new ItemList(screen, ItemColumns.ofSweep(sweep, screen), verbose);
        if (group == ItemGroup.NOT_THIS_TIME && !shared.isEmpty() && !verbose) {
            list.showRows(items);
        } else {
            list.show(items, shared);
        }
    }

    /** A detail that all items have in common is said once. */
    private static String sharedDetail(List<ResultItem> items) {
        String first = items.getFirst().outcomeDetail();
        boolean shared =
                items.size() > 1
                        && items.stream().allMatch(item -> item.outcomeDetail().equals(first));
        return shared ? first : "";
    }

    private void showStopped(RunResult result) {
        if (result.stopped() == null) {
            return;
        }
        screen.blank();
        String lead =
                result.mode() == Mode.CLEAN ? "Stopped. " : "A run that cleans would be stopped. ";
        screen.paragraph(0, Style.BAD_TITLE, lead + result.stopped());
    }
}
