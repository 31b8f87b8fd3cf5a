package org.labjanitor.runtime.report;

import java.time.Duration;
import java.time.Instant;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Contents;
import org.labjanitor.runtime.result.CpuHistory;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;

/**
 * One resource as a row; on a narrow screen the style makes a card of it. {@code data-n} is what a
 * column is sorted by where its text will not do.
 */
final class ItemRow {
    private static final int BAR = 180;

    private final Markup page;
    private final Instant now;
    private final long heaviest;

    /**
     * A writer of rows.
     *
     * @param now the time of the run, which ages are counted to
     * @param heaviest bytes of the largest bucket, which sizes are drawn against
     */
    ItemRow(Markup page, Instant now, long heaviest) {
        this.page = page;
        this.now = now;
        this.heaviest = heaviest;
    }

    void write(ResultItem item) {
        Resource resource = item.resource();
        page.open("tr", "data-region", resource.region());
        state(item);
        what(resource);
        page.element("td", resource.owner() == null ? "admin" : resource.owner(), "class", "owner");
        course(item);
        age(resource);
        cost(item);
        new OutcomeCell(page).write(item);
        why(item);
        page.close("tr").line();
    }

    private void state(ResultItem item) {
        ItemState state = ItemState.of(item);
        page.open("td", "class", "state", "data-n", Integer.toString(state.rank()));
        Masthead.chip(page, state.title(), state.tone());
        page.element("small", ReasonWords.of(item.verdict())).close("td");
    }

    private void what(Resource resource) {
        page.open("th", "scope", "row", "class", "what");
        String name = resource.name();
        if (name == null || name.isBlank()) {
            page.element("b", resource.id());
        } else {
            page.element("b", name).element("code", resource.id());
        }
        String place = resource.zone() == null ? resource.region() : resource.zone();
        boolean hasType = !resource.type().equals("bucket");
        page.element("small", hasType ? resource.type() + ", " + place : place).close("th");
    }

    private void course(ResultItem item) {
        CpuHistory cpu = item.cpu();
        Contents contents = item.contents();
        if (contents != null) {
            size(contents);
        } else if (cpu != null) {
            cpu(new Sparkline(cpu));
        } else {
            page.element("td", "–", "class", "course", "data-n", "-1");
        }
    }

    private void cpu(Sparkline line) {
        float peak = line.peak();
        page.open(
                "td",
                "class",
                "course",
                "data-n",
                Float.isNaN(peak) ? "-1" : Numbers.percent(peak));
        line.write(page);
        page.element(
                "small", Float.isNaN(peak) ? "no data" : "peak " + Numbers.percent(peak) + " %");
        page.close("td");
    }

    private void size(Contents contents) {
        page.open("td", "class", "course", "data-n", Long.toString(contents.bytes()));
        page.text(Bytes.of(contents.bytes()));
        double share = heaviest == 0 ? 0 : Math.sqrt((double) contents.bytes() / heaviest);
        String width = Integer.toString(Math.max(1, (int) (share * BAR)));
        page.open("svg", "class", "weight", "viewBox", "0 0 180 6", "aria-hidden", "true")
                .open("rect", "width", width, "height", "6")
                .close("rect")
                .close("svg");
        page.element("small", Numbers.of(contents.objects(), "object")).close("td");
    }

    private void age(Resource resource) {
        Instant since = resource.since();
        if (since == null) {
            page.element("td", "?", "class", "age", "data-n", "-1");
            return;
        }
        Duration age = Duration.between(since, now);
        page.open("td", "class", "age", "data-n", Long.toString(age.toMinutes()));
        page.text(Times.length(age)).element("small", Times.day(since)).close("td");
    }

    private void cost(ResultItem item) {
        String number =
                switch (item.cost()) {
                    case Priced priced -> priced.dollars().toPlainString();
                    case Unpriced _ -> "-1";
                };
        page.element("td", Sum.inColumn(item.cost()), "class", "cost", "data-n", number);
    }

    private void why(ResultItem item) {
        page.open("td", "class", "why").text(item.verdict().explanation().sentence());
        boolean hasMore =
                !item.verdict().explanation().facts().isEmpty()
                        || !item.leftovers().isEmpty()
                        || item.cost() instanceof Unpriced;
        if (hasMore) {
            page.open("details").element("summary", "Evidence").open("ul");
            item.verdict().explanation().facts().forEach(this::fact);
            item.leftovers().forEach(this::leftover);
            if (item.cost() instanceof Unpriced(String lack)) {
                page.element("li", "price: " + lack);
            }
            page.close("ul").close("details");
        }
        page.close("td");
    }

    private void fact(Fact fact) {
        page.open("li").text(fact.name() + ": ").element("b", fact.value());
        Instant at = fact.at();
        String source = at == null ? fact.source() : fact.source() + ", " + Times.minute(at);
        page.element("small", source).close("li");
    }

    private void leftover(Leftover leftover) {
        page.open("li")
                .text("stays behind: %s ".formatted(leftover.kind()))
                .element("code", leftover.id())
                .text(", " + Sum.inColumn(leftover.cost()) + " a month")
                .close("li");
    }
}
