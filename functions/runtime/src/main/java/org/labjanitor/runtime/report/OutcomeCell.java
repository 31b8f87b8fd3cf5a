package org.labjanitor.runtime.report;

import java.util.ArrayList;
import java.util.List;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Deletions;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.Warning;

/** What was done, what will be and when, and what was said about it. */
final class OutcomeCell {
    /** Sorts what has no deadline behind everything that has one. */
    private static final String LAST = "9999999999";

    private final Markup page;

    OutcomeCell(Markup page) {
        this.page = page;
    }

    void write(ResultItem item) {
        Warning warning = item.warning();
        String rank = warning == null ? LAST : Long.toString(warning.deadline().getEpochSecond());
        page.open("td", "class", "next", "data-n", rank);
        if (warning != null) {
            warning(warning);
        }
        List<String> sentences = new ArrayList<>();
        action(item, sentences);
        if (item.deletions() != null) {
            sentences.add(deleted(item.deletions()));
        }
        if (!item.outcomeDetail().isEmpty()) {
            sentences.add(item.outcomeDetail());
        }
        page.text(String.join("; ", sentences)).close("td");
    }

    private void warning(Warning warning) {
        page.text("not before ")
                .element(
                        "time",
                        Times.minute(warning.deadline()),
                        "datetime",
                        warning.deadline().toString())
                .element("small", "warned " + Times.minute(warning.noticedAt()));
    }

    private static void action(ResultItem item, List<String> sentences) {
        String words = words(item.action());
        boolean isTried = item.outcome() != null && item.action() != Action.NONE;
        switch (ItemState.of(item)) {
            case REMOVED, EMPTIED, STOPPED -> sentences.add(words);
            case REFUSED, STILL_THERE, UNFINISHED -> {
                if (isTried) {
                    sentences.add("was to be " + words);
                }
            }
            case MAY_GO -> sentences.add("would be " + words);
            case WARNED, NOT_THIS_TIME, UNKNOWN, GONE_ALREADY, SPARED, KEPT -> {}
        }
    }

    private static String words(Action action) {
        return switch (action) {
            case NONE -> "left alone";
            case WOULD_TERMINATE, TERMINATE -> "terminated";
            case WOULD_STOP, STOP -> "stopped";
            case WOULD_EMPTY, EMPTY -> "emptied";
            case WOULD_DELETE, DELETE -> "deleted";
        };
    }

    private static String deleted(Deletions deletions) {
        List<String> parts = new ArrayList<>();
        if (deletions.versions() > 0) {
            String size = Bytes.of(deletions.bytes());
            parts.add(Numbers.of(deletions.versions(), "version") + " (" + size + ")");
        }
        if (deletions.markers() > 0) {
            parts.add(Numbers.of(deletions.markers(), "delete marker"));
        }
        if (deletions.uploads() > 0) {
            parts.add(Numbers.of(deletions.uploads(), "open upload"));
        }
        return parts.isEmpty() ? "nothing was in it" : String.join(", ", parts);
    }
}
