package org.labjanitor.runtime.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.time.Pause;

/**
 * The ledgers of one run, one a Region. They are read when the first is asked for: those of the
 * run's Regions all at once, any other when its turn comes.
 */
public final class LedgerShelf {
    private static final int REGIONS_AT_ONCE = 8;

    private final LedgerStore store;
    private final RunContext run;
    private final Pause pause;
    private final InstantSource clock;
    private final List<String> regions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, LedgerBook> books = new TreeMap<>();

    /**
     * A shelf.
     *
     * @param regions where the run surely looks
     */
    public LedgerShelf(
            LedgerStore store,
            RunContext run,
            Pause pause,
            InstantSource clock,
            List<String> regions) {
        this.store = store;
        this.run = run;
        this.pause = pause;
        this.clock = clock;
        this.regions = List.copyOf(regions);
    }

    /** The ledger of a Region. */
    public LedgerBook in(String region) {
        lock.lock();
        try {
            LedgerBook book = books.get(region);
            return book == null ? of(List.of(region)).getFirst() : book;
        } finally {
            lock.unlock();
        }
    }

    /** The ledgers of all Regions of the run. */
    public List<LedgerBook> all() {
        return of(regions);
    }

    private List<LedgerBook> of(Collection<String> asked) {
        lock.lock();
        try {
            Set<String> missing = new TreeSet<>(regions);
            missing.addAll(asked);
            missing.removeAll(books.keySet());
            List<Callable<LedgerBook>> openings = new ArrayList<>();
            for (String region : missing) {
                openings.add(() -> LedgerBook.open(store, pause, clock, place(region)));
            }
            for (LedgerBook book : new ParallelCalls(REGIONS_AT_ONCE).all(openings)) {
                books.put(book.region(), book);
            }
            return books.values().stream().filter(book -> asked.contains(book.region())).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Changes the ledgers of several Regions at once, as {@link LedgerBook#update} does. */
    public void update(Map<String, UnaryOperator<Ledger>> changes) {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (LedgerBook book : of(changes.keySet())) {
            UnaryOperator<Ledger> change = changes.get(book.region());
            if (change != null) {
                calls.add(() -> book.update(change));
            }
        }
        new ParallelCalls(REGIONS_AT_ONCE).all(calls);
    }

    /** Every ledger that was asked for so far. */
    public List<LedgerBook> opened() {
        lock.lock();
        try {
            return List.copyOf(books.values());
        } finally {
            lock.unlock();
        }
    }

    private LedgerPlace place(String region) {
        return new LedgerPlace(run.sweep(), run.account(), region);
    }
}
