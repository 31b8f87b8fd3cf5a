package org.labjanitor.buckets.emptying.wire;

/**
 * A page of a listing to be asked for.
 *
 * @param after where it goes on
 * @param prefix what all keys of it begin with; empty for any. The marker's key begins with it, too
 */
public record PageRequest(ListMarker after, String prefix) {}
