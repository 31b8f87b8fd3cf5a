package org.labjanitor.runtime.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunningTotal;
import org.labjanitor.runtime.settings.Mode;

/** What it comes to, in dollars first and in numbers second, and as a bar. */
final class Figures {
    private final RunResult result;
    private final Map<ItemState, List<ResultItem>> states = new EnumMap<>(ItemState.class);

    Figures(RunResult result) {
        this.result = result;
        for (ItemState state : ItemState.values()) {
            List<ResultItem> items =
                    result.items().stream().filter(item -> ItemState.of(item) == state).toList();
            if (!items.isEmpty()) {
                states.put(state, items);
            }
        }
    }

    void write(Markup page) {
        page.open("section", "class", "figures", "aria-labelledby", "sums").line();
        page.element("h2", "What it comes to", "id", "sums", "class", "unseen");
        page.open("div", "class", "cards").line();
        if (result.mode() == Mode.CLEAN) {
            money(page, "Saved by this run", in(ResultItem::isSaved), "hero good");
            money(page, "May still go", in(ResultItem::isStillToGo), "");
        } else {
            money(page, "Would be saved", in(ResultItem::isStillToGo), "hero go");
        }
        runningTotal(page);
        numbers(page);
        page.close("div").line();
        if (!result.items().isEmpty()) {
            new StateBar(states).write(page);
        }
        page.close("section").line();
    }

    private List<ResultItem> in(Predicate<ResultItem> wanted) {
        return result.items().stream().filter(wanted).toList();
    }

    private void money(Markup page, String title, List<ResultItem> items, String looks) {
        Sum sum = Sum.of(items);
        page.open("div", "class", ("card " + looks).strip());
        page.element("h3", title);
        amount(page, sum.isExact(), sum.total(), "a month");
        String parts = sum.parts().isEmpty() ? "" : ": " + sum.parts();
        page.element("p", count(items.size()) + parts, "class", "fine");
        page.close("div").line();
    }

    private void runningTotal(Markup page) {
        RunningTotal total = result.correspondence().total();
        if (total == null) {
            return;
        }
        page.open("div", "class", "card").element("h3", "Saved so far");
        amount(page, total.listed(), Sum.dollars(total.dollarsPerMonth()), "a month");
        page.element(
                "p",
                "%s removed since %s%s"
                        .formatted(
                                Numbers.whole(total.removed()),
                                Times.day(total.since()),
                                total.listed() ? ", all certain" : ", in part estimated"),
                "class",
                "fine");
        page.close("div").line();
    }

    private void numbers(Markup page) {
        page.open("div", "class", "card").element("h3", "Examined");
        int number = result.items().size();
        amount(page, true, Numbers.whole(number), number == 1 ? noun() : result.sweep());
        int gaps = result.notExamined().size();
        page.open("p", "class", gaps == 0 ? "fine" : "fine wrong");
        page.text(
                "%s kept, %s unknown, %s"
                        .formatted(
                                Numbers.whole(result.kept()),
                                Numbers.whole(result.unknown()),
                                gaps == 0 ? "nothing left out" : gaps + " not examined"));
        page.close("p").close("div").line();
    }

    private static void amount(Markup page, boolean isExact, String figure, String unit) {
        page.open("p", "class", "amount");
        if (!isExact) {
            page.element("span", "about").text(" ");
        }
        page.element("strong", figure).text(" ").element("span", unit).close("p");
    }

    private String count(int number) {
        return Numbers.of(number, noun());
    }

    private String noun() {
        return result.sweep().equals("buckets") ? "bucket" : "instance";
    }
}
