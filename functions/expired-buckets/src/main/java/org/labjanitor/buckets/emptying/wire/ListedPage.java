package org.labjanitor.buckets.emptying.wire;

import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param next where the next page starts; null after the last one
 */
public record ListedPage(KeyPage keys, @Nullable ListMarker next) {}
