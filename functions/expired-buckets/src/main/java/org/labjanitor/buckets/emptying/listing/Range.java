package org.labjanitor.buckets.emptying.listing;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.wire.KeyPage;
import org.labjanitor.buckets.emptying.wire.ListMarker;
import org.labjanitor.buckets.emptying.wire.ListedPage;

/**
 * Part of a bucket that one lister goes through: the keys after a lower bound, up to and including
 * an upper one that may move down meanwhile. Every version of a key is in the same range.
 */
public final class Range {
    private static final int[] END = {Alphabet.LAST};

    private final @Nullable Range splitFrom;
    private ListMarker marker;
    private byte @Nullable [] high;
    private int[] first = {};
    private int[] shared = {};
    private int[] position = {};
    private long listed;
    private boolean searching = true;
    private boolean done;

    Range(@Nullable Range splitFrom, byte[] low, byte @Nullable [] high) {
        this.splitFrom = splitFrom;
        this.marker =
                low.length == 0
                        ? ListMarker.START
                        : ListMarker.after(
                                new String(low, java.nio.charset.StandardCharsets.UTF_8));
        this.high = high;
    }

    /** Where the next page of the range starts. */
    public ListMarker marker() {
        return marker;
    }

    /** Whether all of it is listed. */
    public boolean isDone() {
        return done;
    }

    /** Takes a page in and says how many of its entries, from the first, are the range's own. */
    int accept(ListedPage page) {
        KeyPage keys = page.keys();
        int own = high == null ? keys.count() : keys.countUpTo(high);
        ListMarker next = page.next();
        done = own < keys.count() || next == null;
        marker = next == null ? marker : next;
        if (own > 0) {
            note(keys, own);
        }
        return own;
    }

    private void note(KeyPage keys, int own) {
        position = CodePoints.of(keys.keyBytes(own - 1));
        if (listed == 0) {
            first = CodePoints.of(keys.keyBytes(0));
            shared = Arrays.copyOf(position, CodePoints.common(first, position));
            if (splitFrom != null) {
                splitFrom.searching = false;
            }
        }
        listed += own;
    }

    /** Whether anything is known of its keys, so that it can be split well. */
    boolean isKnown() {
        return listed > 0 && !done;
    }

    /** Keys that are left, as far as what is listed tells. */
    double estimate(Alphabet alphabet) {
        double progress = alphabet.progress(first, position, end());
        return progress <= 0 ? Double.MAX_VALUE : listed / progress - listed;
    }

    double span(Alphabet alphabet) {
        return isSearching() ? 1 + alphabet.span(position, end()) : alphabet.span(position, end());
    }

    /** Cuts the upper part off where the keys suggest; empty where there is no place to cut. */
    Optional<Range> split(Alphabet alphabet) {
        int[] at = isSearching() ? searchPoint() : alphabet.middle(position, end());
        byte[] point = CodePoints.bytes(at);
        byte[] low = CodePoints.bytes(position);
        boolean within =
                Arrays.compareUnsigned(point, low) >= 0
                        && (high == null || Arrays.compareUnsigned(point, high) < 0);
        if (!within) {
            searching = false;
            return Optional.empty();
        }
        Range upper = new Range(this, point, high);
        high = point;
        return Optional.of(upper);
    }

    /**
     * Whether the range's upper end may still be far above its last key: a page shows what its own
     * keys begin with, which is more than what all keys begin with.
     */
    private boolean isSearching() {
        return searching && CodePoints.common(shared, end()) < shared.length;
    }

    /** After everything that begins with half of what is open of the first page's beginning. */
    private int[] searchPoint() {
        int proven = CodePoints.common(shared, end());
        int depth = (proven + shared.length + 1) / 2;
        int[] point = Arrays.copyOf(shared, depth + 1);
        point[depth] = Alphabet.LAST;
        return point;
    }

    private int[] end() {
        return high == null ? END : CodePoints.of(high);
    }
}
