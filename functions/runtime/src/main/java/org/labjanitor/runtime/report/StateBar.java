package org.labjanitor.runtime.report;

import java.util.List;
import java.util.Map;
import org.labjanitor.runtime.result.ResultItem;

/** The shares of what became of all resources, drawn and in words. */
final class StateBar {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 14;
    private static final int GAP = 3;
    private static final int LEAST = 6;

    private final Map<ItemState, List<ResultItem>> states;

    StateBar(Map<ItemState, List<ResultItem>> states) {
        this.states = states;
    }

    void write(Markup page) {
        page.open("div", "class", "shares").line();
        bar(page);
        page.open("ul", "class", "legend").line();
        states.forEach((state, items) -> {
            page.open("li");
            Masthead.chip(page, state.title(), state.tone());
            page.text(" ").element("b", Numbers.whole(items.size())).close("li").line();
        });
        page.close("ul").close("div").line();
    }

    /** The legend says the same in words, so the drawing is silent. */
    private void bar(Markup page) {
        page.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 %d %d".formatted(WIDTH, HEIGHT),
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true",
                "focusable",
                "false");
        int all = states.values().stream().mapToInt(List::size).sum();
        int room = WIDTH - (states.size() - 1) * GAP - states.size() * LEAST;
        int left = 0;
        for (var state : states.entrySet()) {
            int width = LEAST + (int) ((long) room * state.getValue().size() / all);
            page.open(
                            "rect",
                            "class",
                            state.getKey().tone().id(),
                            "x",
                            Integer.toString(left),
                            "width",
                            Integer.toString(width),
                            "height",
                            Integer.toString(HEIGHT))
                    .close("rect");
            left += width + GAP;
        }
        page.close("svg").line();
    }
}
