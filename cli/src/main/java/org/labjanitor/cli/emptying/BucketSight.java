package org.labjanitor.cli.emptying;

import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.removal.PreFlight.Picture;

/**
 * A bucket as it was found, before anything about it is changed.
 *
 * @param account whose it has to be
 */
public record BucketSight(String bucket, String account, Picture picture, TagAnswer tags) {}
