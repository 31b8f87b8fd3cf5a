package org.labjanitor.cli.bucket;

import java.util.Map;

/**
 * A bucket that is to be made.
 *
 * @param tags what it is created with, keys to values
 * @param versioning whether versioning is switched on
 */
public record NewBucket(String name, String region, Map<String, String> tags, boolean versioning) {
    public NewBucket {
        tags = Map.copyOf(tags);
    }
}
