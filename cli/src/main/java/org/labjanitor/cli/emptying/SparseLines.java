package org.labjanitor.cli.emptying;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.labjanitor.cli.terminal.Screen;

/** Lines for a log: one in ten seconds. */
public final class SparseLines implements Consumer<String> {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Screen screen;
    private final InstantSource clock;
    private Instant last;

    public SparseLines(Screen screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public synchronized void accept(String line) {
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(BETWEEN) >= 0) {
            last = now;
            screen.line(screen.safe(line));
        }
    }
}
