package org.labjanitor.cli.report;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.runtime.report.Bytes;
import org.labjanitor.runtime.result.Contents;
import org.labjanitor.runtime.result.ResultItem;

/** Resources one by one: a row of what each is, and beneath it in a sentence why. */
final class ItemList {
    private static final int MARGIN = 2;
    private static final int INDENT = 6;

    private final Screen screen;
    private final ItemColumns columns;
    private final boolean evidence;

    ItemList(Screen screen, ItemColumns columns, boolean evidence) {
        this.screen = screen;
        this.columns = columns;
        this.evidence = evidence;
    }

    /**
     * Shows the items.
     *
     * @param saidBefore a detail that stands above the list already and is not repeated
     */
    void show(List<ResultItem> items, String saidBefore) {
        show(items, item -> showReasons(item, saidBefore));
    }

    /** Shows what the items are, without saying why. */
    void showRows(List<ResultItem> items) {
        show(items, _ -> {});
    }

    private void show(List<ResultItem> items, Consumer<ResultItem> reasons) {
        List<List<Cell>> rows = items.stream().map(columns::cells).toList();
        Table table = Table.of(columns.titles(), rows, screen.width() - MARGIN);
        screen.line(" ".repeat(MARGIN) + table.titles(screen));
        for (int i = 0; i < rows.size(); i++) {
            screen.line(" ".repeat(MARGIN) + table.row(screen, rows.get(i)));
            screen.paragraph(INDENT, Style.DIM, columns.beneath(items.get(i)));
            reasons.accept(items.get(i));
        }
    }

    private void showReasons(ResultItem item, String saidBefore) {
        screen.paragraph(INDENT, Style.PLAIN, item.verdict().explanation().sentence());
        if (!item.outcomeDetail().isEmpty() && !item.outcomeDetail().equals(saidBefore)) {
            Style style = item.failed() ? Style.BAD : Style.WARNING;
            screen.paragraph(INDENT, style, item.outcomeDetail());
        }
        if (item.warning() != null) {
            screen.paragraph(
                    INDENT,
                    Style.PLAIN,
                    "Its owner was warned at %s; the grace ends at %s."
                            .formatted(
                                    Minutes.utc(item.warning().noticedAt()),
                                    Minutes.utc(item.warning().deadline())));
        }
        if (item.deletions() != null) {
            screen.paragraph(
                    INDENT, Style.PLAIN, "Deleted: " + DeletionWords.of(item.deletions()) + ".");
        }
        item.leftovers()
                .forEach(leftover ->
                        screen.paragraph(INDENT, Style.WARNING, LeftoverWords.sentence(leftover)));
        if (evidence) {
            showContents(item.contents());
            item.verdict().explanation().facts().forEach(this::showFact);
        }
    }

    /** By storage class, since their prices are far apart. */
    private void showContents(@Nullable Contents contents) {
        if (contents == null) {
            return;
        }
        contents.bytesByClass().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry ->
                        showEvidence(
                                "%s: %s (CloudWatch BucketSizeBytes, %s)"
                                        .formatted(
                                                entry.getKey(),
                                                Bytes.of(entry.getValue()),
                                                Minutes.utc(contents.asOf()))));
    }

    private void showFact(Fact fact) {
        String at = fact.at() == null ? "" : ", " + Minutes.utc(fact.at());
        showEvidence("%s: %s (%s%s)".formatted(fact.name(), fact.value(), fact.source(), at));
    }

    private void showEvidence(String text) {
        String lead = " ".repeat(INDENT) + screen.glyphs().bullet() + " ";
        screen.paragraph(screen.paint(Style.DIM, lead), INDENT + 2, Style.DIM, text);
    }
}
