package org.labjanitor.buckets.emptying.listing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.wire.KeyPage;
import org.labjanitor.buckets.emptying.wire.ListMarker;
import org.labjanitor.buckets.emptying.wire.ListedPage;
import org.labjanitor.buckets.emptying.wire.PageRequest;

/**
 * Part of a bucket that one lister goes through: the keys after a lower bound, up to and including
 * an upper one that may move down meanwhile. Every version of a key is in the same range.
 */
public final class Range {
    private static final int[] END = {Alphabet.LAST};

    /** Cut off more at once, and all would be guesses from the same knowledge. */
    private static final int MOST_UNANSWERED = 2;

    private final @Nullable Range splitFrom;
    private ListMarker marker;
    private byte @Nullable [] high;
    private int[] position;
    private int[] shared = {};
    private int[] pageStart = {};
    private int pageEntries;
    private int unanswered;
    private boolean answered;
    private boolean searching = true;
    private boolean cornered;
    private boolean done;

    Range(@Nullable Range splitFrom, byte[] low, byte @Nullable [] high) {
        this.splitFrom = splitFrom;
        this.marker =
                low.length == 0
                        ? ListMarker.START
                        : ListMarker.after(new String(low, StandardCharsets.UTF_8));
        this.position = CodePoints.of(low);
        this.high = high;
    }

    /**
     * What to ask for next. It names what all keys of the range begin with, so that a range which
     * turns out to be empty is answered without the keys of others.
     */
    public PageRequest nextPage() {
        return new PageRequest(marker, CodePoints.beginning(position, end()));
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
        if (!answered && splitFrom != null) {
            splitFrom.learn(own > 0);
        }
        answered = true;
        if (own > 0) {
            note(keys, own);
        }
        return own;
    }

    /** What was cut off has answered. */
    private void learn(boolean hadKeys) {
        unanswered--;
        searching &= !hadKeys;
        cornered = !hadKeys;
    }

    private void note(KeyPage keys, int own) {
        pageStart = CodePoints.of(keys.keyBytes(0));
        position = CodePoints.of(keys.keyBytes(own - 1));
        shared = Arrays.copyOf(position, CodePoints.common(pageStart, position));
        pageEntries = own;
    }

    /** Whether enough is known of its keys to split it well. */
    boolean isKnown() {
        return pageEntries > 0 && !done && unanswered < MOST_UNANSWERED;
    }

    /** Keys that are left if they lie as close as those of the last page. */
    double estimate(Alphabet alphabet) {
        double progress = alphabet.progress(pageStart, position, end());
        return progress <= 0 ? Double.MAX_VALUE : pageEntries / progress - pageEntries;
    }

    double span(Alphabet alphabet) {
        double span = alphabet.span(position, end());
        return isSearching(alphabet) ? 1 + span : span;
    }

    /** Cuts the upper part off where the keys suggest; empty where there is no place to cut. */
    Optional<Range> split(Alphabet alphabet) {
        int[] at = isSearching(alphabet) ? searchPoint(alphabet) : alphabet.middle(position, end());
        byte[] point = CodePoints.bytes(at);
        byte[] low = CodePoints.bytes(position);
        boolean within =
                Arrays.compareUnsigned(point, low) >= 0
                        && (high == null || Arrays.compareUnsigned(point, high) < 0);
        if (!within) {
            searching = false;
            cornered = false;
            return Optional.empty();
        }
        Range upper = new Range(this, point, high);
        high = point;
        unanswered++;
        return Optional.of(upper);
    }

    /**
     * Whether the range's upper end may be far above its last key: at first, when a page shows what
     * its own keys begin with, which is more than what all keys begin with; and when what was cut
     * off last was empty.
     */
    private boolean isSearching(Alphabet alphabet) {
        return (searching || cornered) && CodePoints.common(shared, end()) < depth(alphabet);
    }

    /** After everything that begins with half of what is open of the last page's beginning. */
    private int[] searchPoint(Alphabet alphabet) {
        int proven = CodePoints.common(shared, end());
        int depth = (proven + depth(alphabet) + 1) / 2;
        int[] point = Arrays.copyOf(shared, depth + 1);
        point[depth] = Alphabet.LAST;
        return point;
    }

    /** How much of the last page's beginning is open to doubt. */
    private int depth(Alphabet alphabet) {
        return cornered ? shared.length : Math.min(shared.length, alphabet.common());
    }

    private int[] end() {
        return high == null ? END : CodePoints.of(high);
    }
}
