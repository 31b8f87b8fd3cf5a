package org.labjanitor.cli.command;

import java.util.List;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;

/** Asks a person for the account's id: an answer that nobody gives by habit. */
final class Confirmation {
    private static final int MOST_NAMES = 12;

    private final Terminal terminal;
    private final Screen screen;

    Confirmation(Terminal terminal, Screen screen) {
        this.terminal = terminal;
        this.screen = screen;
    }

    boolean isGiven(RunResult preview, List<ResultItem> planned) {
        Deed deed = Deed.of(planned.getFirst().action());
        screen.blank();
        screen.rule();
        screen.paragraph(
                0,
                deed.style(),
                "This %s %s in account %s, and no others:"
                        .formatted(
                                deed.verb(),
                                Noun.ofSweep(preview.sweep()).count(planned.size()),
                                preview.account()));
        showNames(planned);
        screen.paragraph(0, Style.PLAIN, deed.consequence());
        screen.prompt("Type the account id to go on; anything else stops here: ");
        return terminal.answer().map(String::strip).filter(preview.account()::equals).isPresent();
    }

    /** What is about to be done, as a person has to understand it. */
    private record Deed(String verb, Style style, String consequence) {
        static Deed of(Action action) {
            return switch (action) {
                case WOULD_STOP, STOP ->
                        new Deed(
                                "stops",
                                Style.WARNING_TITLE,
                                "Stopped instances can be started again; what is in their memory is lost.");
                case WOULD_EMPTY, EMPTY ->
                        new Deed(
                                "EMPTIES",
                                Style.BAD_TITLE,
                                "What is deleted does not come back, in no version. The empty buckets stay.");
                case WOULD_DELETE, DELETE ->
                        new Deed(
                                "EMPTIES AND DELETES",
                                Style.BAD_TITLE,
                                "What is deleted does not come back, in no version; and anybody in the world may take"
                                        + " a name that is free.");
                case WOULD_TERMINATE, TERMINATE, NONE ->
                        new Deed(
                                "TERMINATES",
                                Style.BAD_TITLE,
                                "Terminated instances do not come back, nor do the disks that go with them.");
            };
        }
    }

    private void showNames(List<ResultItem> planned) {
        String bullet = "  " + screen.glyphs().bullet() + " ";
        planned.stream()
                .limit(MOST_NAMES)
                .forEach(item -> screen.paragraph(bullet, 4, Style.BOLD, name(item.resource())));
        int rest = planned.size() - MOST_NAMES;
        if (rest > 0) {
            screen.paragraph(4, Style.BOLD, "and %d more, listed above".formatted(rest));
        }
    }

    private static String name(Resource resource) {
        return resource.name() == null
                        || resource.name().isBlank()
                        || resource.name().equals(resource.id())
                ? resource.id()
                : "%s (%s)".formatted(resource.name(), resource.id());
    }
}
