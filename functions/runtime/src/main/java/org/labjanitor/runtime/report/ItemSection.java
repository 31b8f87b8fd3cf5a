package org.labjanitor.runtime.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;

/** Every resource: what failed and what goes first, the dearest of each first. */
final class ItemSection {
    private static final Comparator<ResultItem> WEIGHTIEST_FIRST =
            Comparator.<ResultItem, ItemState>comparing(ItemState::of)
                    .thenComparing(ItemSection::dollars, Comparator.reverseOrder())
                    .thenComparing(item -> item.resource().region())
                    .thenComparing(item -> item.resource().id());

    private final RunResult result;
    private final boolean buckets;

    ItemSection(RunResult result) {
        this.result = result;
        this.buckets = result.sweep().equals("buckets");
    }

    void write(Markup page) {
        page.open("section", "class", "items", "aria-labelledby", "all").line();
        page.element("h2", buckets ? "Buckets" : "Instances", "id", "all").line();
        if (result.items().isEmpty()) {
            page.element("p", "No lab " + result.sweep() + " were found.");
        } else {
            controls(page);
            table(page);
            page.element("p", legend(), "class", "fine");
        }
        page.close("section").line();
    }

    /** Hidden until the script takes them up: without it they would do nothing. */
    private static void controls(Markup page) {
        page.open("form", "id", "controls", "class", "controls", "hidden", "").line();
        page.open("label").text("Find").open("input", "type", "search", "id", "find");
        page.close("label").line();
        choice(page, "state", "What became of it");
        choice(page, "owner", "Owner");
        choice(page, "region", "Region");
        page.element("button", "Show all", "type", "reset").line();
        page.open("p", "id", "shown", "role", "status").close("p");
        page.close("form").line();
    }

    private static void choice(Markup page, String id, String label) {
        page.open("label").text(label).open("select", "id", id);
        page.element("option", "all", "value", "").close("select").close("label").line();
    }

    private void table(Markup page) {
        List<ResultItem> items = result.items().stream().sorted(WEIGHTIEST_FIRST).toList();
        page.open("table", "id", "items");
        page.element("caption", "What became of each of them, and why", "class", "unseen");
        page.open("thead").open("tr");
        for (String column : columns()) {
            page.element("th", column, "scope", "col");
        }
        page.close("tr").close("thead").line();
        page.open("tbody").line();
        ItemRow row = new ItemRow(page, result.startedAt(), heaviest(items));
        items.forEach(row::write);
        page.close("tbody").close("table").line();
    }

    private List<String> columns() {
        return List.of(
                "State",
                buckets ? "Bucket" : "Instance",
                "Owner",
                buckets ? "Size" : "CPU",
                "Age",
                "A month",
                "What happens",
                "Why");
    }

    private static long heaviest(List<ResultItem> items) {
        return items.stream()
                .mapToLong(item -> item.contents() == null ? 0 : item.contents().bytes())
                .max()
                .orElse(0);
    }

    private String legend() {
        String prices =
                "~ is an estimate: prices are those of us-east-1, %s. ? is a price not known."
                        .formatted(buckets ? "for storage" : "Linux on demand");
        return buckets
                ? prices
                : prices
                        + " The drawings end at the time of the run: the highest CPU of every 4 hours, 0 to 100 % on"
                        + " a square-root scale; dashed: the threshold; shaded: quiet. A machine seen at work in the"
                        + " last day is asked for no more than that day.";
    }

    private static BigDecimal dollars(ResultItem item) {
        return switch (item.cost()) {
            case Priced priced -> priced.dollars();
            case Unpriced _ -> BigDecimal.ZERO;
        };
    }
}
