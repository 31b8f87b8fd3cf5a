package org.labjanitor.cli.demo;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.labjanitor.cli.demo.course.CoursePlay;
import org.labjanitor.cli.demo.course.Entry;
import org.labjanitor.cli.demo.course.Student;
import org.labjanitor.cli.terminal.Style;

/** The demo's chapter about a class of two weeks. */
final class CourseStory {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ROOT)
                    .withZone(ZoneId.of("Europe/Berlin"));
    private static final int INDENT = 20;

    private final Narrator narrator;

    CourseStory(Narrator narrator) {
        this.narrator = narrator;
    }

    void tell() {
        narrator.chapter("Two weeks of a class");
        narrator.say(
                "Deployed, the janitor comes on a schedule. It warns before it removes anything, and removes"
                        + " only in working hours. Two weeks of a class, played in seconds:");
        narrator.screen().blank();
        try (CoursePlay play = new CoursePlay()) {
            play.play();
            play.diary().forEach(this::line);
            narrator.screen().blank();
            narrator.say(
                    "%d runs, %d messages, and nothing went without a warning and a day of grace. This is the one that ben did not read:"
                            .formatted(play.runs().size(), play.messages().size()));
            narrator.screen().blank();
            play.warningTo(Student.BEN)
                    .lines()
                    .filter(line -> !line.startsWith("Lab Janitor,"))
                    .forEach(this::quote);
        }
    }

    private void quote(String line) {
        String text = line.strip();
        String lead = "  | " + " ".repeat(line.indexOf(text));
        if (text.isEmpty()) {
            narrator.screen().line(narrator.screen().paint(Style.DIM, "  |"));
        } else {
            narrator.screen()
                    .paragraph(
                            narrator.screen().paint(Style.DIM, lead),
                            lead.length(),
                            Style.PLAIN,
                            text);
        }
    }

    private void line(Entry entry) {
        narrator.screen()
                .paragraph(
                        narrator.screen().paint(Style.DIM, "  " + TIME.format(entry.at()) + "  "),
                        INDENT,
                        entry.byJanitor() ? Style.PLAIN : Style.NAME,
                        entry.text());
    }
}
