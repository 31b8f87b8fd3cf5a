package org.labjanitor.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.labjanitor.runtime.result.Leftover;

/** What stays behind, in words. */
public final class LeftoverWords {
    private LeftoverWords() {}

    /** Such as {@code Leaves behind: volume vol-1, about $8.00 a month.} */
    public static String sentence(Leftover leftover) {
        return "Leaves behind: %s %s, %s."
                .formatted(kind(leftover), leftover.id(), Money.inSentence(leftover.cost()));
    }

    private static String kind(Leftover leftover) {
        return switch (leftover.kind()) {
            case "elastic-ip" -> "Elastic IP";
            default -> leftover.kind();
        };
    }

    /** Such as {@code 2 volumes and 1 Elastic IP, about $11.65 a month}. */
    static String sum(List<Leftover> leftovers) {
        Map<String, Long> kinds =
                leftovers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LeftoverWords::kind, TreeMap::new, Collectors.counting()));
        List<String> counts = new ArrayList<>();
        kinds.forEach((kind, count) -> counts.add(count + " " + kind + (count == 1 ? "" : "s")));
        String what = String.join(" and ", counts);
        return what + ", " + Money.inSentence(leftovers.stream().map(Leftover::cost).toList());
    }
}
