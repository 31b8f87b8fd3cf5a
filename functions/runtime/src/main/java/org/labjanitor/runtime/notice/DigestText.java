package org.labjanitor.runtime.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.SentNotice.Kind;

/** A run for the admin: its numbers, what failed and what costs most. */
final class DigestText {
    private static final int MOST_LISTED = 10;

    private final RunResult result;
    private final Noun noun;
    private final RunTally tally;

    DigestText(RunResult result) {
        this.result = result;
        this.noun = Noun.of(result.sweep());
        this.tally = new RunTally(result);
    }

    Draft draft(Recipient admin) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(new DigestNumbers(result).text(), List.of()));
        blocks.add(list("Failed", listed(ResultItem::failed)));
        blocks.add(
                list(
                        "May go, the dearest first",
                        listed(item -> item.isStillToGo() && !item.failed())));
        blocks.add(new Block(notExamined(), List.of()));
        blocks.add(new Block(undelivered(), List.of()));
        return new Draft(Kind.DIGEST, admin, subject(), beginning(admin), blocks, signature());
    }

    private String signature() {
        String report = result.report() == null ? "" : "Report: %s\n".formatted(result.report());
        return "%sLab Janitor, %s, run %s\n".formatted(report, result.sweep(), result.runId());
    }

    private String subject() {
        List<String> parts = new ArrayList<>();
        if (result.stopped() != null) {
            parts.add("stopped");
        }
        add(parts, result.with(Outcome.REMOVED), "removed");
        add(parts, result.with(Outcome.EMPTIED), "emptied");
        add(parts, result.with(Outcome.REFUSED), "refused");
        add(parts, result.with(Outcome.STILL_THERE), "still there");
        add(parts, tally.told(Kind.WARNING), "warned");
        add(parts, tally.stillToGo(), "may go");
        if (tally.stillToGo() == result.removable() && result.removable() > 0) {
            parts.add(Dollars.of(result.possibleSavings(), result.removable()));
        }
        add(parts, result.notExamined().size(), "not examined");
        add(parts, tally.unaccepted().size(), "not told");
        if (parts.isEmpty()) {
            parts.add(result.status().id());
        }
        return "Lab %s in %s: %s"
                .formatted(noun.many(), result.account(), String.join(", ", parts));
    }

    private String beginning(Recipient admin) {
        String stopped =
                result.stopped() == null
                        ? ""
                        : "\nStopped: " + ItemText.sentence(result.stopped()) + "\n";
        return "For %s\n\nLab %s in AWS account %s, mode %s, %s (took %d s): %s.\n%s%s"
                .formatted(
                        admin.shown(),
                        noun.many(),
                        result.account(),
                        result.mode().id(),
                        Minutes.utc(result.startedAt()),
                        Duration.between(result.startedAt(), result.endedAt()).toSeconds(),
                        result.status().id(),
                        stopped,
                        result.continues() ? "\nTime ran out; the next run goes on.\n" : "");
    }

    private List<ResultItem> listed(Predicate<ResultItem> wanted) {
        return result.items().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(ResultItem::cost, Dollars.DEAREST_FIRST))
                .toList();
    }

    private static Block list(String heading, List<ResultItem> items) {
        if (items.isEmpty()) {
            return new Block("", List.of());
        }
        List<ResultItem> shown = items.subList(0, Math.min(MOST_LISTED, items.size()));
        StringBuilder text = new StringBuilder(heading(heading, items.size())).append('\n');
        for (ResultItem item : shown) {
            String owner = item.resource().owner();
            text.append(ItemText.head(item.resource(), item.cost()));
            text.append("  Owner: ");
            text.append(owner == null ? "none" : new Recipient(owner).shown()).append("\n  ");
            text.append(ItemText.sentence(item.verdict())).append('\n');
            if (!item.outcomeDetail().isEmpty()) {
                text.append("  Outcome: ");
                text.append(ItemText.sentence(item.outcomeDetail())).append('\n');
            }
            text.append('\n');
        }
        return new Block(
                text.append(more(items.size())).toString(),
                shown.stream().map(item -> item.resource().id()).toList());
    }

    private String notExamined() {
        List<String> lines = new ArrayList<>();
        for (NotExamined gap : result.notExamined()) {
            lines.add("* " + ItemText.sentence(gap.what()) + ": " + ItemText.sentence(gap.why()));
        }
        return bullets("Not examined, so not known", lines);
    }

    private String undelivered() {
        List<String> lines = new ArrayList<>();
        for (SentNotice notice : tally.unaccepted()) {
            lines.add(
                    "* %s to %s: %s"
                            .formatted(
                                    notice.kind().id(),
                                    new Recipient(notice.recipient()).shown(),
                                    ItemText.sentence(notice.detail())));
        }
        return bullets("Messages that SNS did not accept", lines);
    }

    private static String bullets(String heading, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : heading(heading, lines.size())
                        + String.join("\n", lines.subList(0, Math.min(MOST_LISTED, lines.size())))
                        + "\n\n"
                        + more(lines.size());
    }

    private static String heading(String heading, int number) {
        return String.format(Locale.ROOT, "## %s: %,d\n", heading, number);
    }

    private static String more(int all) {
        return all <= MOST_LISTED
                ? ""
                : String.format(Locale.ROOT, "And %,d more, in the report.\n\n", all - MOST_LISTED);
    }

    private static void add(List<String> parts, long number, String word) {
        if (number > 0) {
            parts.add(String.format(Locale.ROOT, "%,d %s", number, word));
        }
    }
}
