package org.labjanitor.buckets.emptying.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.labjanitor.buckets.emptying.wire.KeyPage;
import org.labjanitor.buckets.emptying.wire.ListedPage;

/**
 * The keys of a bucket, of which nothing is known at first, in ranges that several listers go
 * through. Ranges never overlap, so each key is delivered once. Not safe for use by several
 * threads.
 */
public final class KeySpace {
    private static final int SAMPLES = 16;
    private static final int WORTH_SPLITTING = 6000;
    private static final int FREE_TRIES = 16;
    private static final int PAGES_A_TRY = 3;

    private final Alphabet alphabet = new Alphabet();
    private final List<Range> ranges = new ArrayList<>();
    private final int worthSplitting;
    private long pages;
    private long wasted;

    public KeySpace() {
        this(WORTH_SPLITTING);
    }

    /**
     * A space in which ranges are split that are smaller than usual.
     *
     * @param worthSplitting keys that a range has left at least when it is split
     */
    KeySpace(int worthSplitting) {
        this.worthSplitting = worthSplitting;
    }

    /** The whole bucket, to begin with. */
    public Range whole() {
        Range whole = new Range(null, new byte[0], null);
        ranges.add(whole);
        return whole;
    }

    /**
     * Takes in a page of a range and says how many of its entries, from the first, belong to it.
     * The others belong to another range, which lists them itself.
     */
    public int accept(Range range, ListedPage page) {
        int own = range.accept(page);
        pages++;
        if (own == 0) {
            wasted++;
        }
        learn(page.keys(), own);
        if (range.isDone()) {
            ranges.remove(range);
        }
        return own;
    }

    /**
     * A new range with about half of what the range with the most left had left; empty where no
     * range is worth it, or too many splits brought nothing.
     */
    public Optional<Range> split() {
        if (wasted > FREE_TRIES + pages / PAGES_A_TRY) {
            return Optional.empty();
        }
        List<Range> candidates =
                ranges.stream()
                        .filter(Range::isKnown)
                        .filter(range -> range.estimate(alphabet) >= worthSplitting)
                        .sorted(Comparator.comparingDouble(range -> -range.span(alphabet)))
                        .toList();
        for (Range candidate : candidates) {
            Optional<Range> upper = candidate.split(alphabet);
            if (upper.isPresent()) {
                ranges.add(upper.get());
                return upper;
            }
        }
        return Optional.empty();
    }

    private void learn(KeyPage keys, int own) {
        int step = Math.max(1, own / SAMPLES);
        for (int entry = 0; entry < own; entry += step) {
            alphabet.learn(CodePoints.of(keys.keyBytes(entry)));
        }
        if (own > 0) {
            alphabet.learn(CodePoints.of(keys.keyBytes(own - 1)));
        }
    }
}
