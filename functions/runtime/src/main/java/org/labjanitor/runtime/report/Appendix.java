package org.labjanitor.runtime.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.SentNotice;

/** What an auditor asks for: messages, settings in force, calls made. */
final class Appendix {
    private final RunResult result;

    Appendix(RunResult result) {
        this.result = result;
    }

    void write(Markup page) {
        page.open("div", "class", "appendix").line();
        messages(page, result.correspondence());
        departed(page, result.correspondence().departed());
        settings(page, result.settings());
        calls(page, result.apiCalls());
        page.close("div").line();
    }

    private static void messages(Markup page, Correspondence correspondence) {
        if (correspondence.sent().isEmpty()) {
            return;
        }
        open(page, "messages", "Messages").open("ul");
        for (SentNotice notice : correspondence.sent()) {
            page.open("li")
                    .text(notice.kind().id() + " to ")
                    .element("b", notice.recipient())
                    .text(
                            ", %s, %s"
                                    .formatted(
                                            Numbers.of(notice.items(), "item"),
                                            notice.accepted() ? "accepted" : "not accepted"))
                    .close("li");
        }
        page.close("ul").close("section").line();
    }

    private static void departed(Markup page, List<String> departed) {
        if (departed.isEmpty()) {
            return;
        }
        open(page, "departed", "Went without the janitor").open("ul");
        departed.forEach(id -> page.open("li").element("code", id).close("li"));
        page.close("ul").close("section").line();
    }

    private static void settings(Markup page, Map<String, String> settings) {
        open(page, "settings", "Settings in force").open("dl");
        settings.forEach((name, value) ->
                page.open("div")
                        .element("dt", inWords(name))
                        .element("dd", value.isBlank() ? "none" : value)
                        .close("div"));
        page.close("dl").close("section").line();
    }

    private static void calls(Markup page, Map<String, Long> calls) {
        long sum = calls.values().stream().mapToLong(Long::longValue).sum();
        open(page, "calls", Numbers.of(sum, "AWS call")).open("dl");
        new TreeMap<>(calls)
                .forEach((call, count) ->
                        page.open("div")
                                .element("dt", call)
                                .element("dd", Numbers.whole(count))
                                .close("div"));
        page.close("dl").close("section").line();
    }

    private static Markup open(Markup page, String id, String title) {
        return page.open("section", "aria-labelledby", id).element("h2", title, "id", id);
    }

    /** {@code labTag} as {@code Lab tag}. */
    private static String inWords(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
