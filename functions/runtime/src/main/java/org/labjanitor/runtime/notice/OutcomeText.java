package org.labjanitor.runtime.notice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.result.SentNotice.Kind;

/** Says what became of resources that were to go, by what was observed. */
final class OutcomeText {
    private final RunContext run;
    private final Opening opening;

    OutcomeText(RunContext run, LabTags tags) {
        this.run = run;
        this.opening = new Opening(run, tags);
    }

    Draft draft(Recipient recipient, List<Ended> ended) {
        Map<End, List<List<Ended>>> ends = new EnumMap<>(End.class);
        ends.putAll(Groups.by(ended, End::of, Ended::candidate));
        List<Block> blocks = new ArrayList<>();
        ends.forEach((end, pieces) -> pieces.forEach(piece -> blocks.add(block(end, piece))));
        return new Draft(
                Kind.OUTCOME,
                recipient,
                tally(ended, ends),
                beginning(recipient, ended, ends),
                blocks,
                opening.signature());
    }

    /** Such as {@code Instances: 2 terminated, 1 refused}; the name where it is but one. */
    private String tally(List<Ended> ended, Map<End, List<List<Ended>>> ends) {
        if (ended.size() == 1) {
            Ended one = ended.getFirst();
            return ItemText.inSubject(one.candidate().resource()) + ": " + word(End.of(one), ended);
        }
        return ends.keySet().stream()
                .map(end -> {
                    List<Ended> those = flat(ends, end);
                    return String.format(Locale.ROOT, "%,d %s", those.size(), word(end, those));
                })
                .collect(Collectors.joining(", ", capital(Noun.of(run).many()) + ": ", ""));
    }

    private static List<Ended> flat(Map<End, List<List<Ended>>> ends, End end) {
        return ends.getOrDefault(end, List.of()).stream().flatMap(List::stream).toList();
    }

    private static String word(End end, List<Ended> those) {
        return end == End.GONE
                ? Deed.of(candidates(those))
                : end.heading().toLowerCase(Locale.ROOT);
    }

    private String beginning(
            Recipient recipient, List<Ended> ended, Map<End, List<List<Ended>>> ends) {
        List<Ended> saved = new ArrayList<>(flat(ends, End.GONE));
        saved.addAll(flat(ends, End.EMPTIED));
        return opening.greeting(recipient, candidates(ended))
                + opening.whose(candidates(ended))
                + (ended.size() == 1 ? " was to go." : " were to go.")
                + " This is what became of "
                + (ended.size() == 1 ? "it" : "them")
                + ".\n"
                + (saved.isEmpty() ? "" : "\nSaves: " + Dollars.sum(candidates(saved)) + "\n");
    }

    private Block block(End end, List<Ended> piece) {
        StringBuilder text = new StringBuilder();
        String heading = end == End.GONE ? capital(Deed.of(candidates(piece))) : end.heading();
        text.append("## ").append(heading).append(": ");
        text.append(Noun.of(run).count(piece.size())).append('\n');
        if (!end.meaning().isEmpty()) {
            text.append(end.meaning()).append('\n');
        }
        for (Ended one : piece) {
            text.append('\n').append(ItemText.head(one.candidate())).append(because(one));
        }
        text.append('\n');
        return new Block(text.toString(), piece.stream().map(one -> one.candidate().id()).toList());
    }

    private static String because(Ended one) {
        String detail = ItemText.sentence(one.detail());
        return "  "
                + ItemText.sentence(one.candidate().verdict())
                + "\n"
                + (detail.isEmpty() ? "" : "  Outcome: " + detail + "\n");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<Candidate> candidates(List<Ended> ended) {
        return ended.stream().map(Ended::candidate).toList();
    }
}
