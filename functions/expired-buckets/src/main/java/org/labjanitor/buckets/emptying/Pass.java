package org.labjanitor.buckets.emptying;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.labjanitor.buckets.emptying.listing.KeySpace;
import org.labjanitor.buckets.emptying.listing.Range;
import org.labjanitor.buckets.emptying.pace.Pace;
import org.labjanitor.buckets.emptying.wire.BucketCalls;
import org.labjanitor.buckets.emptying.wire.CallFailedException;
import org.labjanitor.buckets.emptying.wire.ListedPage;
import org.labjanitor.buckets.emptying.wire.PageRequest;

/**
 * Goes through a bucket once: listers fill a backlog, and the thread that runs the pass sends from
 * it as fast as the pace allows. One lock guards what they share; it is never held while anything
 * is waited for.
 */
final class Pass {
    private static final int MOST_LISTERS = 16;
    private static final int NEW_LISTERS_A_PAGE = 4;
    private static final long MOST_WEIGHT_IN_FLIGHT = 16L << 20;
    private static final long LISTED_AHEAD = 96_000;
    private static final long SLOW_LIST = Duration.ofMillis(20).toNanos();

    /** The first page takes long wherever it comes from: nothing has run before it. */
    private static final long WARM_UP = 1000;

    private static final long LOOK_UP = Duration.ofMillis(100).toNanos();
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final BucketCalls calls;
    private final PageSource source;
    private final Course course;
    private final Repeater repeater;
    private final Deleter deleter;
    private final DeletionBudget budget;
    private final Tally tally;
    private final Pace pace;
    private final ExecutorService threads;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Backlog backlog = new Backlog();
    private final KeySpace space = new KeySpace();
    private int listers;
    private int waitingListers;
    private int requests;
    private long weightInFlight;
    private long listed;
    private long listNanos;
    private boolean interrupted;

    /** Where the pages come from. */
    @FunctionalInterface
    interface PageSource {
        ListedPage get(PageRequest request) throws CallFailedException;
    }

    Pass(Job job, PageSource source, ExecutorService threads) {
        this.calls = job.calls();
        this.source = source;
        this.course = job.course();
        this.repeater = job.repeater();
        this.deleter = job.deleter();
        this.budget = job.budget();
        this.tally = job.tally();
        this.pace = job.pace();
        this.threads = threads;
    }

    /** Runs until all is listed and sent, or the course ends; returns how many entries it met. */
    long run() {
        lock.lock();
        try {
            startLister(space.whole());
            while (course.goesOn() && !isThrough()) {
                step();
            }
            room.signalAll();
            while (listers > 0 || requests > 0) {
                await(LOOK_UP);
            }
            giveBackUnsent();
            return listed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isThrough() {
        return listers == 0 && requests == 0 && backlog.isEmpty();
    }

    private void step() {
        long now = course.now();
        Optional<Batch> batch = next(now);
        if (batch.isPresent()) {
            send(batch.get(), now);
        } else if (course.ended().isEmpty() && !isThrough()) {
            waitForChange(now);
        }
    }

    /** What may be sent now. */
    private Optional<Batch> next(long now) {
        int keys = weightInFlight >= MOST_WEIGHT_IN_FLIGHT ? 0 : pace.room(now);
        if (keys == 0) {
            return Optional.empty();
        }
        Optional<Batch> taken = backlog.take(now);
        if (backlog.hasRoom()) {
            room.signalAll();
        }
        return taken.flatMap(batch -> affordable(cut(batch, batch.alone() ? 1 : keys)));
    }

    private Batch cut(Batch batch, int keys) {
        if (batch.keys() <= keys) {
            return batch;
        }
        backlog.putBack(batch.tail(keys));
        return batch.head(keys);
    }

    private Optional<Batch> affordable(Batch batch) {
        if (batch.paid()) {
            return Optional.of(batch);
        }
        int keys = 0;
        while (keys < batch.keys() && budget.take(batch.page().size(batch.entries()[keys]))) {
            keys++;
        }
        if (keys == 0) {
            course.end(EmptyingEnd.OVER_BUDGET, "");
            return Optional.empty();
        }
        return Optional.of(cut(batch, keys).asPaid());
    }

    private void send(Batch batch, long now) {
        requests++;
        weightInFlight += batch.weight();
        pace.sent(now, batch.keys());
        threads.execute(() -> delete(batch, now));
    }

    private void delete(Batch batch, long sentAt) {
        Settlement settlement = Settlement.delivered(0);
        try {
            settlement = deleter.send(batch);
        } catch (RuntimeException e) {
            course.end(EmptyingEnd.FAILED, "deleting failed: " + e);
        } finally {
            settle(batch, sentAt, settlement);
        }
    }

    private void settle(Batch batch, long sentAt, Settlement settlement) {
        lock.lock();
        try {
            long now = course.now();
            requests--;
            weightInFlight -= batch.weight();
            pace.returned(now, sentAt, batch.keys());
            pace.delivered(settlement.delivered());
            if (settlement.throttled()) {
                pace.refused(now, sentAt);
            } else if (settlement.stumbled()) {
                pace.stumbled(now, sentAt);
            }
            Batch again = settlement.again();
            if (again != null) {
                backlog.repeat(dated(again, settlement, now));
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The pace sees to it that what was throttled goes slower; only if that does not help, later.
     */
    private static Batch dated(Batch again, Settlement settlement, long now) {
        boolean atOnce = again.tries() < 3 && !settlement.stumbled();
        return again.notBefore(atOnce ? now : now + Backoff.after(again.tries()));
    }

    private void startLister(Range range) {
        listers++;
        threads.execute(() -> list(range));
    }

    private void list(Range first) {
        Optional<Range> range = Optional.of(first);
        try {
            while (range.isPresent()) {
                range = listPage(range.get());
            }
        } catch (RuntimeException e) {
            course.end(EmptyingEnd.FAILED, "listing failed: " + e);
        } finally {
            endLister();
        }
    }

    private void endLister() {
        lock.lock();
        try {
            listers--;
            if (listers == 0 && course.ended().isEmpty()) {
                tally.listingDone();
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lists a page of the range; the range to go on with, empty where this lister is done. */
    private Optional<Range> listPage(Range range) {
        Optional<PageRequest> request = requestOnceThereIsRoom(range);
        if (request.isEmpty()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        Optional<ListedPage> page = repeater.call(() -> source.get(request.get()));
        long took = System.nanoTime() - start;
        return page.flatMap(listedPage -> accept(range, listedPage, took));
    }

    /** Empty where the course has ended. */
    private Optional<PageRequest> requestOnceThereIsRoom(Range range) {
        lock.lock();
        try {
            while (backlog.isFull() && course.ended().isEmpty()) {
                waitingListers++;
                changed.signal();
                try {
                    room.awaitUninterruptibly();
                } finally {
                    waitingListers--;
                }
            }
            return course.ended().isEmpty() ? Optional.of(range.nextPage()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Range> accept(Range range, ListedPage page, long took) {
        lock.lock();
        try {
            // The shortest of late: a busy machine makes some lists long, a distant S3 all of them.
            listNanos = listNanos == 0 ? took : Math.min(took, listNanos + listNanos / 4);
            int own = space.accept(range, page);
            listed += own;
            backlog.add(Batch.fresh(page.keys(), own, false));
            if (page.keys().hasOdd()) {
                backlog.add(Batch.fresh(page.keys(), own, true));
            }
            for (int i = 0; i < NEW_LISTERS_A_PAGE && isHungry(); i++) {
                space.split().ifPresent(this::startLister);
            }
            changed.signal();
            tally.listed(own);
            if (!range.isDone()) {
                return Optional.of(range);
            }
            return isHungry() ? space.split() : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the deletions wait for the listing, so that another lister pays. */
    private boolean isHungry() {
        if (listers >= MOST_LISTERS || listed <= WARM_UP || pace.isPaced()) {
            return false;
        }
        return listNanos >= SLOW_LIST
                ? backlog.keys() < LISTED_AHEAD
                : requests == 0 && listed > 2000 && backlog.keys() <= 1000;
    }

    /** Waits for an answer, or, where none is under way, for time to pass. */
    private void waitForChange(long now) {
        long wait = untilSomethingMaySend(now);
        if (requests == 0 && listers == waitingListers && wait > 0) {
            lock.unlock();
            try {
                course.pause(wait);
            } finally {
                lock.lock();
            }
        } else {
            await(wait > 0 ? Math.min(wait, LOOK_UP) : LOOK_UP);
        }
    }

    private long untilSomethingMaySend(long now) {
        if (!backlog.isDue(now)) {
            return backlog.untilRepeat(now);
        }
        return pace.untilRoom(now);
    }

    /** Waits for a change; every caller looks again at what it waits for. */
    @SuppressWarnings("WaitNotInLoop")
    private void await(long nanos) {
        try {
            if (changed.await(nanos, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            course.end(EmptyingEnd.STOPPED, "");
            interrupted = true;
        }
        calls.abortOlderThan(course.isOver() ? Duration.ZERO : LONGEST_CALL);
    }

    private void giveBackUnsent() {
        for (Optional<Batch> left = backlog.drain(); left.isPresent(); left = backlog.drain()) {
            if (left.get().paid()) {
                budget.giveBack(left.get().keys(), left.get().bytes());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
