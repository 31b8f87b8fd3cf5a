package org.labjanitor.buckets.emptying;

/**
 * How far an emptying is.
 *
 * @param listed versions and markers listed so far
 * @param deleted versions and markers deleted so far
 * @param throttles answers so far that asked to slow down
 * @param listingDone whether the listing has come to its end, so that {@code listed} is all
 */
public record EmptyingProgress(
        long listed, long deleted, long refused, long throttles, boolean listingDone) {}
