package org.labjanitor.runtime.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.time.Pause;

/**
 * One ledger during one run: read once, then changed. Once it could not be read or written it is
 * not used again in this run. Safe for use by many threads.
 */
public final class LedgerBook {
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final LedgerStore store;
    private final Pause pause;
    private final InstantSource clock;
    private final LedgerPlace place;
    private final ReentrantLock lock = new ReentrantLock();
    private Ledger ledger;
    private @Nullable String etag;
    private @Nullable String trouble;

    private LedgerBook(LedgerStore store, Pause pause, InstantSource clock, LedgerPlace place) {
        this.store = store;
        this.pause = pause;
        this.clock = clock;
        this.place = place;
        this.ledger = Ledger.begun(place, clock.instant());
    }

    /** Reads the ledger; one that cannot be read is in trouble from the start. */
    static LedgerBook open(LedgerStore store, Pause pause, InstantSource clock, LedgerPlace place) {
        LedgerBook book = new LedgerBook(store, pause, clock, place);
        book.read();
        return book;
    }

    public String region() {
        return place.region();
    }

    /** The ledger as it was last read or written; an empty one where none could be read. */
    public Ledger ledger() {
        lock.lock();
        try {
            return ledger;
        } finally {
            lock.unlock();
        }
    }

    /** Why the ledger cannot be used. */
    public Optional<String> trouble() {
        lock.lock();
        try {
            return Optional.ofNullable(trouble);
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is a ledger in the bucket. */
    public boolean isWritten() {
        lock.lock();
        try {
            return etag != null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes the ledger; writes nothing where the change changes nothing. Where another run has
     * written meanwhile, the change is made again on what that run wrote, a few times.
     *
     * @return whether the ledger is now as the change left it
     */
    public boolean update(UnaryOperator<Ledger> change) {
        lock.lock();
        try {
            for (int attempt = 1; trouble == null; attempt++) {
                Ledger changed = change.apply(ledger);
                if (changed.equals(ledger) || isWritten(changed)) {
                    return true;
                }
                if (trouble == null) {
                    waitAndRead(attempt);
                }
                if (ledger.equals(changed)) {
                    // It was this run that wrote, and the answer was lost on its way.
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isWritten(Ledger changed) {
        return switch (store.write(changed, etag)) {
            case LedgerStore.Writing.Done(String written) -> {
                ledger = changed;
                etag = written;
                yield true;
            }
            case LedgerStore.Writing.Conflict _ -> false;
            case LedgerStore.Writing.Failed(String why) -> {
                trouble = why;
                yield false;
            }
        };
    }

    private void waitAndRead(int attempt) {
        if (attempt == ATTEMPTS) {
            trouble =
                    "other runs kept changing the ledger; it could not be written in %d attempts"
                            .formatted(ATTEMPTS);
            return;
        }
        try {
            pause.of(length(attempt));
            read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble = "the run was interrupted before the ledger was written";
        }
    }

    private static Duration length(int attempt) {
        Duration most = FIRST_PAUSE.multipliedBy(1L << attempt);
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(most.toMillis() / 2, most.toMillis() + 1));
    }

    private void read() {
        switch (store.read(place)) {
            case LedgerStore.Reading.Found(Ledger found, String state) -> {
                ledger = found;
                etag = state;
            }
            case LedgerStore.Reading.Absent _ -> {
                ledger = Ledger.begun(place, clock.instant());
                etag = null;
            }
            case LedgerStore.Reading.Failed(String why) -> trouble = why;
        }
    }
}
