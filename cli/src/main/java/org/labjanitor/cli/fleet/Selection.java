package org.labjanitor.cli.fleet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.ResultItem;

/** What a person answers to the question which of some numbered instances are meant. */
public sealed interface Selection {
    /** These, each once, in the order of the list. */
    record Chosen(List<ResultItem> items) implements Selection {
        public Chosen {
            items = List.copyOf(items);
        }
    }

    /** None of them. */
    record Nothing() implements Selection {}

    /** It cannot be meant; {@code why} is a sentence. */
    record Unclear(String why) implements Selection {}

    /** What may be answered, in half a sentence. */
    String ALLOWED = "numbers and ranges such as 2-5,7, idle for all that may go, or none";

    Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    /** Reads an answer about a list that was numbered from 1 on. */
    static Selection read(String answer, List<ResultItem> listed) {
        String text = answer.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.equals("none")) {
            return new Nothing();
        }
        Set<Integer> chosen = new LinkedHashSet<>();
        for (String part : text.replaceAll("\\s*-\\s*", "-").split("[,\\s]+", -1)) {
            if (!part.isEmpty() && !add(part, listed, chosen)) {
                return new Unclear(
                        "\"%s\" is no number from 1 to %d, no range of them, and neither idle nor none."
                                .formatted(part, listed.size()));
            }
        }
        List<ResultItem> items =
                chosen.stream().sorted().map(number -> listed.get(number - 1)).toList();
        return items.isEmpty()
                ? new Unclear(
                        "No instance in the list may go by itself. Answer with " + ALLOWED + ".")
                : new Chosen(items);
    }

    private static boolean add(String part, List<ResultItem> listed, Set<Integer> chosen) {
        if (part.equals("idle")) {
            IntStream.rangeClosed(1, listed.size())
                    .filter(number -> listed.get(number - 1).verdict() instanceof Removable)
                    .forEach(chosen::add);
            return true;
        }
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            return false;
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (first < 1 || last < first || last > listed.size()) {
            return false;
        }
        IntStream.rangeClosed(first, last).forEach(chosen::add);
        return true;
    }
}
