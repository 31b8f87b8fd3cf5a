package org.labjanitor.buckets.emptying;

import java.util.Arrays;
import org.labjanitor.buckets.emptying.wire.KeyPage;

/**
 * Entries of a page that are to be deleted.
 *
 * @param alone whether each key goes in a request of its own
 * @param tries how often they were sent in vain
 * @param notBefore nanoseconds of the run at which they may be sent again
 * @param paid whether the budget was charged for them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and made by the million
record Batch(KeyPage page, int[] entries, boolean alone, int tries, long notBefore, boolean paid) {
    /** Everything of the page that fits an XML document, or everything that does not. */
    static Batch fresh(KeyPage page, int count, boolean odd) {
        int[] entries = new int[count];
        int length = 0;
        for (int entry = 0; entry < count; entry++) {
            if (page.isOdd(entry) == odd) {
                entries[length++] = entry;
            }
        }
        return new Batch(page, Arrays.copyOf(entries, length), odd, 0, Long.MIN_VALUE, false);
    }

    int keys() {
        return entries.length;
    }

    long bytes() {
        long bytes = 0;
        for (int entry : entries) {
            bytes += page.size(entry);
        }
        return bytes;
    }

    /** Memory that a request for it takes, about. */
    long weight() {
        return page.count() == 0 ? 0 : (long) page.weight() * entries.length / page.count();
    }

    Batch head(int keys) {
        return new Batch(page, Arrays.copyOf(entries, keys), alone, tries, notBefore, paid);
    }

    Batch tail(int keys) {
        return new Batch(
                page,
                Arrays.copyOfRange(entries, keys, entries.length),
                alone,
                tries,
                notBefore,
                paid);
    }

    /** The one entry at this place. */
    Batch only(int place) {
        return new Batch(page, new int[] {entries[place]}, alone, tries, notBefore, paid);
    }

    Batch notBefore(long earliest) {
        return new Batch(page, entries, alone, tries, earliest, paid);
    }

    Batch asPaid() {
        return new Batch(page, entries, alone, tries, notBefore, true);
    }

    Batch again(int[] which) {
        return new Batch(page, which, alone, tries + 1, notBefore, paid);
    }

    Batch oneByOne() {
        return new Batch(page, entries, true, tries + 1, notBefore, paid);
    }
}
