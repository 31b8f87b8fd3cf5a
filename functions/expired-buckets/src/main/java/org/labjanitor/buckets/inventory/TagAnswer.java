package org.labjanitor.buckets.inventory;

import java.util.Map;

/** What S3 said when it was asked for a bucket's tags. */
public sealed interface TagAnswer {
    /** Its tags; a bucket without any has none. */
    record Known(Map<String, String> tags) implements TagAnswer {
        public Known {
            tags = Map.copyOf(tags);
        }
    }

    /** S3 did not tell; {@code why} is a sentence. */
    record Unavailable(String why) implements TagAnswer {}

    /** The bucket is not there any more. */
    record Gone() implements TagAnswer {}
}
