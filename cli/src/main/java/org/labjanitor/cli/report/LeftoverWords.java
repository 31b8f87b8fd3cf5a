package org.labjanitor.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.labjanitor.runtime.result.Leftover;

/** What stays behind, in words. */
final class LeftoverWords {
    private LeftoverWords() {}

    static String kind(Leftover leftover) {
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
