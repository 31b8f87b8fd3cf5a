package org.labjanitor.runtime.report;

import java.time.Duration;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.settings.Mode;

/** Which run it was, and how it ended. */
final class Masthead {
    private final RunResult result;

    Masthead(RunResult result) {
        this.result = result;
    }

    void write(Markup page) {
        page.open("header", "class", "mast").line();
        page.element("p", "Lab Janitor", "class", "brand");
        page.element("h1", title()).line();
        page.open("p", "class", "how");
        chip(page, status(result.status()), tone(result.status()));
        page.text(" " + explanation()).close("p").line();
        page.open("dl", "class", "meta");
        entry(page, "Account", result.account());
        entry(page, "Time", Times.minute(result.startedAt()));
        entry(page, "Took", Times.took(Duration.between(result.startedAt(), result.endedAt())));
        entry(page, "Regions", regions());
        page.close("dl").close("header").line();
    }

    static void chip(Markup page, String words, ItemState.Tone tone) {
        page.open("span", "class", "chip " + tone.id())
                .element("i", tone.sign(), "aria-hidden", "true")
                .text(words)
                .close("span");
    }

    private String title() {
        String sweep = result.sweep();
        return switch (result.mode()) {
            case REPORT -> "Report on lab " + sweep;
            case WARN -> "Warnings about lab " + sweep;
            case CLEAN -> "Clean-up of lab " + sweep;
        };
    }

    private String explanation() {
        String mode =
                switch (result.mode()) {
                    case REPORT -> "A report changes nothing that it looks at.";
                    case WARN -> "Owners were warned; nothing was removed.";
                    case CLEAN -> "What may go was removed, and looked at afterwards.";
                };
        if (result.stopped() != null && result.mode() != Mode.REPORT) {
            return "This run was stopped and removed nothing.";
        }
        return mode;
    }

    private String regions() {
        return result.examined().isEmpty()
                ? "none could be read"
                : String.join(", ", result.examined());
    }

    private static void entry(Markup page, String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close("div");
    }

    private static String status(RunStatus status) {
        return switch (status) {
            case COMPLETE -> "Complete";
            case PARTIAL -> "Partial";
            case FAILED -> "Failed";
        };
    }

    private static ItemState.Tone tone(RunStatus status) {
        return switch (status) {
            case COMPLETE -> ItemState.Tone.GOOD;
            case PARTIAL -> ItemState.Tone.WARN;
            case FAILED -> ItemState.Tone.BAD;
        };
    }
}
