package org.labjanitor.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.result.Deletions;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

/** The result in numbers, and how complete it is. */
final class Totals {
    private static final int MOST_KINDS = 4;

    private final Screen screen;
    private final boolean everyCall;

    Totals(Screen screen, boolean everyCall) {
        this.screen = screen;
        this.everyCall = everyCall;
    }

    void show(RunResult result) {
        screen.paragraph(2, Style.PLAIN, counts(result));
        screen.paragraph(2, Style.BOLD, money(result));
        deletions(result);
        leftovers(result);
        estimates(result);
        screen.paragraph(2, Style.DIM, calls(result.apiCalls()));
        report(result);
        status(result);
    }

    private static String counts(RunResult result) {
        Noun noun = Noun.ofSweep("lab " + result.sweep());
        return "%s examined: %d may go, %d unknown, %d kept."
                        .formatted(
                                noun.count(result.items().size()),
                                result.removable(),
                                result.unknown(),
                                result.kept())
                + (result.mode() == Mode.CLEAN ? " " + outcomes(result) : "");
    }

    private static String outcomes(RunResult result) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long number = result.with(outcome);
            if (number > 0 || outcome == Outcome.REMOVED) {
                parts.add(number + " " + outcome.id().replace('-', ' '));
            }
        }
        return "Of those that may go: " + String.join(", ", parts) + ".";
    }

    private static String money(RunResult result) {
        if (result.mode() == Mode.CLEAN) {
            int removed = (int) (result.with(Outcome.REMOVED) + result.with(Outcome.EMPTIED));
            return removed == 0
                    ? "This run saves nothing."
                    : "This run saves " + Money.inParts(result.savings(), removed) + ".";
        }
        int removable = (int) result.removable();
        return removable == 0
                ? "There is nothing to save here."
                : "Removing all that may go would save %s."
                        .formatted(Money.inParts(result.possibleSavings(), removable));
    }

    private void deletions(RunResult result) {
        List<Deletions> deletions =
                result.items().stream()
                        .map(ResultItem::deletions)
                        .filter(Objects::nonNull)
                        .toList();
        if (!deletions.isEmpty()) {
            screen.paragraph(
                    2,
                    Style.PLAIN,
                    "Deleted in all: " + DeletionWords.of(DeletionWords.sum(deletions)) + ".");
        }
    }

    private void leftovers(RunResult result) {
        List<Leftover> leftovers =
                result.items().stream()
                        .filter(item ->
                                result.mode() != Mode.CLEAN || item.outcome() == Outcome.REMOVED)
                        .flatMap(item -> item.leftovers().stream())
                        .toList();
        if (!leftovers.isEmpty()) {
            String tense = result.mode() == Mode.CLEAN ? "Stays" : "Would stay";
            screen.paragraph(
                    2,
                    Style.WARNING,
                    "%s behind and keep%s costing: %s."
                            .formatted(
                                    tense,
                                    result.mode() == Mode.CLEAN ? "s" : "",
                                    LeftoverWords.sum(leftovers)));
        }
    }

    private void estimates(RunResult result) {
        if (result.items().stream().anyMatch(Totals::isEstimated)) {
            screen.paragraph(
                    2,
                    Style.DIM,
                    "~ is an estimate: prices are those of %s in us-east-1."
                            .formatted(
                                    result.sweep().equals("buckets")
                                            ? "storage"
                                            : "Linux on demand"));
        }
    }

    private static boolean isEstimated(ResultItem item) {
        return item.cost() instanceof Priced priced && !priced.listed();
    }

    private String calls(Map<String, Long> apiCalls) {
        long sum = apiCalls.values().stream().mapToLong(Long::longValue).sum();
        List<String> kinds =
                apiCalls.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList();
        String total = sum + (sum == 1 ? " AWS call" : " AWS calls");
        if (kinds.isEmpty()) {
            return total + ".";
        }
        int shown = everyCall ? kinds.size() : Math.min(MOST_KINDS, kinds.size());
        String rest =
                shown < kinds.size() ? " and %d kinds more".formatted(kinds.size() - shown) : "";
        return total + ": " + String.join(", ", kinds.subList(0, shown)) + rest + ".";
    }

    /** On a line of its own, so that it can be copied. */
    private void report(RunResult result) {
        if (result.report() != null) {
            screen.line("  Report: " + screen.safe(result.report()));
        }
    }

    private void status(RunResult result) {
        switch (result.status()) {
            case COMPLETE -> screen.paragraph(2, Style.GOOD, "Complete.");
            case PARTIAL ->
                    screen.paragraph(
                            2,
                            Style.WARNING_TITLE,
                            result.continues()
                                    ? "Partial: time ran out, and the next run goes on."
                                    : "Partial: something was not examined, was refused, or is still there.");
            case FAILED ->
                    screen.paragraph(
                            2,
                            Style.BAD_TITLE,
                            result.stopped() == null
                                    ? "Failed: nothing could be examined."
                                    : "Failed: this run was stopped and removed nothing.");
        }
    }
}
