package org.labjanitor.cli.buckets;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.labjanitor.buckets.emptying.EmptyingProgress;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.cli.emptying.EmptyingWords;
import org.labjanitor.cli.emptying.Pace;
import org.labjanitor.cli.report.Noun;
import org.labjanitor.cli.terminal.StatusLine;

/** Tells in one line how a sweep over buckets gets on, several of them at once. */
public final class BucketProgressLine implements BucketSweepListener, AutoCloseable {
    private static final Noun BUCKET = Noun.ofSweep("buckets");

    private final StatusLine line;
    private final Pace pace;
    private final Map<String, EmptyingProgress> emptying = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> settled = new HashSet<>();
    private int found;
    private int judged;
    private boolean stopping;

    public BucketProgressLine(StatusLine line, InstantSource clock) {
        this.line = line;
        this.pace = new Pace(clock);
    }

    @Override
    public synchronized void found(int buckets) {
        found = buckets;
        show();
    }

    @Override
    public synchronized void judged(int judgedSoFar, int buckets) {
        found = buckets;
        judged = judgedSoFar;
        show();
    }

    @Override
    public synchronized void removing(String bucket) {
        begun.add(bucket);
        show();
    }

    @Override
    public synchronized void progress(String bucket, EmptyingProgress progress) {
        begun.add(bucket);
        emptying.put(bucket, progress);
        pace.note(sum(EmptyingProgress::deleted));
        show();
    }

    @Override
    public synchronized void settled(String bucket) {
        settled.add(bucket);
        show();
    }

    /** A person wants to stop: what is in flight still comes to its end. */
    public synchronized void stopping() {
        stopping = true;
        show();
    }

    @Override
    public synchronized void close() {
        line.close();
    }

    private void show() {
        String now = begun.isEmpty() ? looking() : removing();
        line.show(stopping ? "Stopping, Ctrl-C again quits at once: " + now : now);
    }

    private String looking() {
        return "Looking: %s, %d judged".formatted(BUCKET.count(found), judged);
    }

    private String removing() {
        String buckets =
                "Emptying %s, %d settled".formatted(BUCKET.count(begun.size()), settled.size());
        return emptying.isEmpty()
                ? buckets
                : buckets + ": " + EmptyingWords.of(total(), pace.perSecond());
    }

    private EmptyingProgress total() {
        boolean allListed =
                emptying.values().stream().allMatch(EmptyingProgress::listingDone)
                        && emptying.keySet().containsAll(unsettled());
        return new EmptyingProgress(
                sum(EmptyingProgress::listed),
                sum(EmptyingProgress::deleted),
                sum(EmptyingProgress::refused),
                sum(EmptyingProgress::throttles),
                allListed);
    }

    private Collection<String> unsettled() {
        Set<String> unsettled = new HashSet<>(begun);
        unsettled.removeAll(settled);
        return unsettled;
    }

    private long sum(ToLongFunction<EmptyingProgress> number) {
        return emptying.values().stream().mapToLong(number).sum();
    }
}
