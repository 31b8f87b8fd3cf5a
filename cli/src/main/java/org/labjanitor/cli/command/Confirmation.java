package org.labjanitor.cli.command;

import java.util.List;
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
        boolean stops = planned.getFirst().action() == Action.WOULD_STOP;
        String number = planned.size() == 1 ? "1 instance" : planned.size() + " instances";
        screen.blank();
        screen.rule();
        screen.paragraph(
                0,
                stops ? Style.WARNING_TITLE : Style.BAD_TITLE,
                "This %s %s in account %s, and no others:"
                        .formatted(stops ? "stops" : "TERMINATES", number, preview.account()));
        showNames(planned);
        screen.paragraph(
                0,
                Style.PLAIN,
                stops
                        ? "Stopped instances can be started again; what is in their memory is lost."
                        : "Terminated instances do not come back, nor do the disks that go with them.");
        screen.prompt("Type the account id to go on; anything else stops here: ");
        return terminal.answer().map(String::strip).filter(preview.account()::equals).isPresent();
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
        return resource.name() == null || resource.name().isBlank()
                ? resource.id()
                : "%s (%s)".formatted(resource.name(), resource.id());
    }
}
