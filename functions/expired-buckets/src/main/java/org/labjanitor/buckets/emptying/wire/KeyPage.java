package org.labjanitor.buckets.emptying.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Versions and delete markers of one page of a listing, packed: a bucket's keys pass through the
 * memory by the million, so none of them is an object of its own.
 */
public final class KeyPage {
    private final byte[] text;
    private final int[] bounds;
    private final long[] sizes;
    private final BitSet markers;
    private final BitSet odd;

    /**
     * Packs a page.
     *
     * @param text key, version id, key, version id and so on
     * @param bounds where each of them starts in {@code text}, and where the last one ends
     * @param sizes bytes of each entry
     * @param markers which entries are delete markers
     * @param odd which keys no XML document can hold
     */
    KeyPage(byte[] text, int[] bounds, long[] sizes, BitSet markers, BitSet odd) {
        this.text = text;
        this.bounds = bounds;
        this.sizes = sizes;
        this.markers = markers;
        this.odd = odd;
    }

    public int count() {
        return sizes.length;
    }

    /** Bytes of the entry; 0 for a delete marker. */
    public long size(int entry) {
        return sizes[entry];
    }

    public boolean isMarker(int entry) {
        return markers.get(entry);
    }

    /** Whether the key holds characters that no XML document can, so that it goes alone. */
    public boolean isOdd(int entry) {
        return odd.get(entry);
    }

    public boolean hasOdd() {
        return !odd.isEmpty();
    }

    public String key(int entry) {
        return text(2 * entry);
    }

    public byte[] keyBytes(int entry) {
        return Arrays.copyOfRange(text, bounds[2 * entry], bounds[2 * entry + 1]);
    }

    public String versionId(int entry) {
        return text(2 * entry + 1);
    }

    /** Memory that the page takes, about. */
    public int weight() {
        return text.length + 16 * sizes.length + 64;
    }

    /** How many of the entries, from the first, have keys up to and including {@code last}. */
    public int countUpTo(byte[] last) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, last) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int entry, byte[] key) {
        return Arrays.compareUnsigned(
                text, bounds[2 * entry], bounds[2 * entry + 1], key, 0, key.length);
    }

    void writeKey(int entry, XmlBody body) {
        body.text(text, bounds[2 * entry], bounds[2 * entry + 1]);
    }

    void writeVersionId(int entry, XmlBody body) {
        body.text(text, bounds[2 * entry + 1], bounds[2 * entry + 2]);
    }

    private String text(int part) {
        return new String(
                text, bounds[part], bounds[part + 1] - bounds[part], StandardCharsets.UTF_8);
    }
}
