package org.labjanitor.runtime.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunningTotal;
import org.labjanitor.runtime.result.SentNotice.Kind;

/** A run in numbers, a line each; what did not happen has none. */
final class DigestNumbers {
    private final RunResult result;
    private final Noun noun;
    private final RunTally tally;

    DigestNumbers(RunResult result) {
        this.result = result;
        this.noun = Noun.of(result.sweep());
        this.tally = new RunTally(result);
    }

    /** The lines and an empty one behind them. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Examined: %s in %s"
                        .formatted(
                                noun.count(result.items().size()),
                                result.examined().isEmpty()
                                        ? "no Region"
                                        : String.join(", ", result.examined())));
        lines.add(line("May go", result.removable()) + cost());
        line(lines, "Warned now", tally.told(Kind.WARNING));
        line(lines, "Waiting since their warning", tally.waiting());
        line(lines, "Warning taken back", tally.told(Kind.WITHDRAWAL));
        line(lines, "Removed", result.with(Outcome.REMOVED));
        line(lines, "Emptied", result.with(Outcome.EMPTIED));
        line(lines, "Partly emptied", result.with(Outcome.UNFINISHED));
        line(lines, "Refused", result.with(Outcome.REFUSED));
        line(lines, "Still there", result.with(Outcome.STILL_THERE));
        line(lines, "Not reached", result.with(Outcome.NOT_REACHED));
        line(lines, "Gone without the janitor", tally.goneWithout());
        line(lines, "Cannot be judged", result.unknown());
        line(lines, "Not examined", result.notExamined().size());
        saved(lines);
        return String.join("\n", lines) + "\n\n";
    }

    private String cost() {
        return result.removable() == 0
                ? ""
                : ", " + Dollars.of(result.possibleSavings(), result.removable());
    }

    private void saved(List<String> lines) {
        long gone = result.with(Outcome.REMOVED) + result.with(Outcome.EMPTIED);
        if (gone > 0) {
            lines.add("Saved by this run: " + Dollars.of(result.savings(), gone));
        }
        RunningTotal total = result.correspondence().total();
        if (total != null) {
            lines.add(
                    "Saved since %s: %s, %s a month"
                            .formatted(
                                    Times.day(total.since()),
                                    noun.count(total.removed()),
                                    Dollars.amount(total.dollarsPerMonth(), total.listed())));
        }
    }

    private static void line(List<String> lines, String label, long number) {
        if (number > 0) {
            lines.add(line(label, number));
        }
    }

    private static String line(String label, long number) {
        return String.format(Locale.ROOT, "%s: %,d", label, number);
    }
}
