package org.labjanitor.runtime.report;

import org.labjanitor.runtime.result.RunResult;

/**
 * A run's result as one HTML page for a person. It stands alone: nothing is loaded, and without its
 * script it is a plain page. The weightiest things come first, settings and calls last.
 */
public final class ReportPage {
    private final PageFrame frame = new PageFrame();

    /** The page's text, to be written as UTF-8. */
    public String of(RunResult result) {
        Markup page = new Markup();
        new Masthead(result).write(page);
        page.open("main").line();
        new Figures(result).write(page);
        new Alerts(result).write(page);
        new ItemSection(result).write(page);
        new Appendix(result).write(page);
        page.close("main").line();
        page.open("footer", "class", "foot")
                .text("Lab Janitor, run ")
                .element("code", result.runId())
                .text(". All times are UTC.")
                .close("footer")
                .line();
        return frame.around(title(result), page);
    }

    private static String title(RunResult result) {
        StringBuilder title = new StringBuilder();
        Escape.append(
                "Lab %s, %s of %s, account %s"
                        .formatted(
                                result.sweep(),
                                result.mode().id(),
                                Times.minute(result.startedAt()),
                                result.account()),
                title);
        return title.toString();
    }
}
