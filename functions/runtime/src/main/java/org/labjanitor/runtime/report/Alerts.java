package org.labjanitor.runtime.report;

import java.util.List;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.settings.Mode;

/** What must not be overlooked: a run that was stopped, and everything that nobody looked at. */
final class Alerts {
    private final RunResult result;

    Alerts(RunResult result) {
        this.result = result;
    }

    void write(Markup page) {
        String stopped = result.stopped();
        if (stopped != null) {
            String title =
                    result.mode() == Mode.REPORT
                            ? "A run that removes would be stopped"
                            : "Stopped: nothing was removed";
            open(page, "stopped", title, "bad").element("p", stopped).close("section").line();
        }
        notExamined(page, result.notExamined());
        notAccepted(
                page,
                result.correspondence().sent().stream()
                        .filter(notice -> !notice.accepted())
                        .toList());
        if (result.continues()) {
            open(page, "continues", "Time ran out", "warn")
                    .element("p", "The next run goes on where this one ended.")
                    .close("section")
                    .line();
        }
    }

    private static void notExamined(Markup page, List<NotExamined> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        open(page, "gaps", "Not examined", "bad")
                .element(
                        "p",
                        "Nothing is known about the following. It is not clean: it is not known.")
                .open("ul");
        for (NotExamined gap : gaps) {
            page.open("li").element("b", gap.what()).text(": " + gap.why()).close("li").line();
        }
        page.close("ul").close("section").line();
    }

    private static void notAccepted(Markup page, List<SentNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        open(page, "unsaid", "Messages that were not accepted", "bad")
                .element("p", "Nothing goes without a notice; what these speak of stays.")
                .open("ul");
        for (SentNotice notice : notices) {
            page.open("li")
                    .element("b", notice.recipient())
                    .text(
                            " (%s, %s): %s"
                                    .formatted(
                                            notice.kind().id(),
                                            Numbers.of(notice.items(), "item"),
                                            notice.detail()))
                    .close("li")
                    .line();
        }
        page.close("ul").close("section").line();
    }

    private static Markup open(Markup page, String id, String title, String tone) {
        return page.open("section", "class", "alert " + tone, "aria-labelledby", id)
                .element("h2", title, "id", id);
    }
}
