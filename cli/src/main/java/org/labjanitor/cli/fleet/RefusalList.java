package org.labjanitor.cli.fleet;

import java.util.List;
import java.util.Objects;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;

/** Instances that a person named and that stay all the same, each with the reason. */
public final class RefusalList {
    private final Screen screen;

    public RefusalList(Screen screen) {
        this.screen = screen;
    }

    /** Shows them; nothing where there are none. */
    public void show(List<ResultItem> refused) {
        if (refused.isEmpty()) {
            return;
        }
        screen.blank();
        screen.line(
                screen.paint(Style.WARNING_TITLE, "Refused")
                        + " "
                        + screen.glyphs().dot()
                        + " "
                        + Noun.ofSweep("instances").count(refused.size()));
        for (ResultItem item : refused) {
            screen.paragraph(
                    "  " + screen.paint(Style.WARNING, screen.glyphs().bullet()) + " ",
                    4,
                    Style.PLAIN,
                    name(item.resource()) + ": " + why(item));
        }
    }

    private static String name(Resource resource) {
        String name = Objects.requireNonNullElse(resource.name(), "");
        return name.isBlank() ? resource.id() : name + " (" + resource.id() + ")";
    }

    private static String why(ResultItem item) {
        String seen = item.verdict().explanation().sentence();
        return switch (item.verdict()) {
            case Keep(KeepReason reason, _) -> seen + hint(reason);
            case Unknown(UnknownReason reason, _) -> seen + hint(reason);
            case Removable(RemovableReason _, _) ->
                    item.outcomeDetail()
                            + ". --budget-count and --budget-percent set how much may go at once.";
        };
    }

    private static String hint(KeepReason reason) {
        return switch (reason) {
            case NOT_LAB -> " The janitor touches nothing without it.";
            case KEEP_TAG -> " Whoever set the tag can take it away.";
            case PROTECTED -> " The janitor never lifts a protection.";
            case OWNED,
                    STOPPED,
                    NOT_RUNNING,
                    YOUNG,
                    ACCELERATED,
                    IN_USE,
                    RHYTHM,
                    NOT_EXPIRED,
                    NO_END,
                    OTHER_NAME,
                    OWN_THING,
                    DEPENDED_ON,
                    EMPTY ->
                    "";
        };
    }

    private static String hint(UnknownReason reason) {
        return reason == UnknownReason.UNREADABLE_TAG
                ? " As long as it cannot be read, it counts as a keep tag."
                : " As long as that is not known, it stays.";
    }
}
