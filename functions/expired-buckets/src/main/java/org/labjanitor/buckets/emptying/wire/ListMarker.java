package org.labjanitor.buckets.emptying.wire;

/**
 * Where a listing goes on: after this entry.
 *
 * @param key last key of the page before; empty for the start of the bucket
 * @param id version or upload id within the key; empty to go on with the next key
 */
public record ListMarker(String key, String id) {
    public static final ListMarker START = new ListMarker("", "");

    /** Goes on with the first key after {@code key}. */
    public static ListMarker after(String key) {
        return new ListMarker(key, "");
    }
}
