package org.labjanitor.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.labjanitor.cli.terminal.CellWidth;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.runtime.report.ReasonWords;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;

/** What stays, counted by reason, with as many names as a line holds. */
final class KeptSummary {
    private final Screen screen;

    KeptSummary(Screen screen) {
        this.screen = screen;
    }

    void show(List<ResultItem> kept) {
        Map<String, List<ResultItem>> byReason =
                kept.stream()
                        .collect(
                                Collectors.groupingBy(
                                        item -> ReasonWords.of(item.verdict()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        int reasons = byReason.keySet().stream().mapToInt(CellWidth::of).max().orElse(0);
        byReason.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .forEach(entry -> showReason(entry.getKey(), reasons, entry.getValue()));
    }

    private void showReason(String reason, int width, List<ResultItem> items) {
        String count = screen.fit().right(Integer.toString(items.size()), 6);
        String lead = count + "  " + screen.fit().left(reason, width) + "  ";
        screen.line(lead + screen.paint(Style.DIM, names(items, CellWidth.of(lead))));
    }

    private String names(List<ResultItem> items, int taken) {
        String rest = " and %d more".formatted(items.size());
        int room = screen.width() - taken - rest.length();
        List<String> shown = new ArrayList<>();
        int used = 0;
        for (ResultItem item : items) {
            String name = screen.fit().cut(screen.safe(name(item.resource())), 24);
            used += CellWidth.of(name) + 2;
            if (used > room && !shown.isEmpty()) {
                return String.join(", ", shown)
                        + " and %d more".formatted(items.size() - shown.size());
            }
            shown.add(name);
        }
        return String.join(", ", shown);
    }

    private static String name(Resource resource) {
        return resource.name() == null || resource.name().isBlank()
                ? resource.id()
                : resource.name();
    }
}
