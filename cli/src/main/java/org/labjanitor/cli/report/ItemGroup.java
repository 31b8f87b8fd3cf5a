package org.labjanitor.cli.report;

import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.ResultItem;

/** What became of a resource, in the order in which a person reads about it. */
enum ItemGroup {
    REMOVED("Removed", Style.GOOD_TITLE),
    EMPTIED("Emptied", Style.GOOD_TITLE),
    UNFINISHED("Emptied in part", Style.WARNING_TITLE),
    STOPPED("Stopped", Style.GOOD_TITLE),
    MAY_GO("May go", Style.GOOD_TITLE),
    MAY_BE_STOPPED("May be stopped", Style.GOOD_TITLE),
    NOT_THIS_TIME("May go, but not in this run", Style.WARNING_TITLE),
    REFUSED("Refused", Style.BAD_TITLE),
    STILL_THERE("Still there after all", Style.BAD_TITLE),
    GONE_ALREADY("Gone before this run touched it", Style.BOLD),
    SPARED("Spared by the last look", Style.BOLD),
    UNKNOWN("Unknown, so kept", Style.WARNING_TITLE),
    KEPT("Kept", Style.BOLD);

    private final String title;
    private final Style style;

    ItemGroup(String title, Style style) {
        this.title = title;
        this.style = style;
    }

    static ItemGroup of(ResultItem item) {
        if (item.outcome() != null) {
            return switch (item.outcome()) {
                case REMOVED -> item.action() == Action.STOP ? STOPPED : REMOVED;
                case EMPTIED -> EMPTIED;
                case UNFINISHED -> UNFINISHED;
                case STILL_THERE -> STILL_THERE;
                case REFUSED -> REFUSED;
                case GONE_ALREADY -> GONE_ALREADY;
                case NOT_REACHED -> NOT_THIS_TIME;
            };
        }
        return switch (item.verdict()) {
            case Removable _ -> planned(item.action());
            case Unknown _ -> UNKNOWN;
            case Keep _ -> item.outcomeDetail().isEmpty() ? KEPT : SPARED;
        };
    }

    private static ItemGroup planned(Action action) {
        return switch (action) {
            case WOULD_TERMINATE, TERMINATE, WOULD_DELETE, DELETE, WOULD_EMPTY, EMPTY -> MAY_GO;
            case WOULD_STOP, STOP -> MAY_BE_STOPPED;
            case NONE -> NOT_THIS_TIME;
        };
    }

    String title() {
        return title;
    }

    Style style() {
        return style;
    }
}
