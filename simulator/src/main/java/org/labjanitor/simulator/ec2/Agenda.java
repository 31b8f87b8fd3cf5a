package org.labjanitor.simulator.ec2;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What will happen by itself as lab time passes. Entries run in the order of their times. */
final class Agenda {
    private record Entry(Instant at, long number, Consumer<Instant> action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long added;

    /** The action gets the time it was meant for, however late the agenda is looked at. */
    void at(Instant time, Consumer<Instant> action) {
        entries.add(new Entry(time, added++, action));
    }

    void runUntil(Instant now) {
        for (Entry next = entries.peek();
                next != null && !next.at().isAfter(now);
                next = entries.peek()) {
            entries.remove();
            next.action().accept(next.at());
        }
    }
}
