package org.labjanitor.cli.emptying;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grows, by the last seconds; one that only waits for S3 slows down with it. */
public final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(8);
    private static final Duration LEAST = Duration.ofMillis(300);

    private final InstantSource clock;
    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(Instant at, long count) {}

    public Pace(InstantSource clock) {
        this.clock = clock;
        readings.add(new Reading(clock.instant(), 0));
    }

    /** The count as it stands now. */
    public void note(long count) {
        Instant now = clock.instant();
        readings.addLast(new Reading(now, count));
        Instant oldest = now.minus(WINDOW);
        while (readings.size() > 2 && readings.getFirst().at().isBefore(oldest)) {
            readings.removeFirst();
        }
    }

    /** Counted per second; 0 as long as nothing can be said. */
    public double perSecond() {
        Reading first = readings.getFirst();
        Reading last = readings.getLast();
        Duration between = Duration.between(first.at(), last.at());
        return between.compareTo(LEAST) < 0
                ? 0
                : (last.count() - first.count()) * 1000.0 / between.toMillis();
    }
}
