package org.labjanitor.cli.demo.course;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.Warning;

/** Writes down what runs did, each thing once. */
final class Diarist {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ROOT).withZone(Timetable.ZONE);

    private final Map<String, Instant> warned = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    void write(Deed deed) {
        entries.add(new Entry(deed.at(), false, deed.text()));
    }

    void write(RunResult run) {
        for (ResultItem item : run.items()) {
            write(run.startedAt(), item);
        }
    }

    private void write(Instant at, ResultItem item) {
        String id = item.resource().id();
        Warning warning = item.warning();
        if (item.outcome() == Outcome.REMOVED) {
            warned.remove(id);
            add(at, "%s is removed, and its owner told.".formatted(name(item)));
        } else if (warning != null
                && !warning.noticedAt().equals(warned.put(id, warning.noticedAt()))) {
            add(
                    at,
                    "%s is warned about %s, which goes on %s at the earliest. %s"
                            .formatted(
                                    owner(item),
                                    name(item),
                                    TIME.format(warning.deadline()),
                                    why(item)));
        } else if (warning == null && warned.remove(id) != null) {
            add(at, "The warning about %s is taken back. %s".formatted(name(item), why(item)));
        } else if (isHeldUp(at, item) && waiting.add(id)) {
            add(at, "%s waits: %s.".formatted(name(item), item.outcomeDetail()));
        }
    }

    /** Its grace is over, and yet it is there. */
    private static boolean isHeldUp(Instant at, ResultItem item) {
        return item.verdict() instanceof Removable
                && item.warning() != null
                && !item.warning().deadline().isAfter(at);
    }

    private void add(Instant at, String text) {
        entries.add(new Entry(at, true, text));
    }

    private static String name(ResultItem item) {
        String name = item.resource().name();
        return name == null ? item.resource().id() : name + "'s machine";
    }

    private static String owner(ResultItem item) {
        String owner = item.resource().owner();
        return owner == null ? "The admin" : owner;
    }

    private static String why(ResultItem item) {
        return item.verdict().explanation().sentence();
    }
}
