package org.labjanitor.buckets.sweep;

import java.util.List;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.runtime.result.NotExamined;

/**
 * The buckets that a run is about, before anything else is known of them.
 *
 * @param regions Regions whose buckets were listed; empty where the list could not be had
 * @param buckets those in scope and in these Regions
 * @param withPrefix buckets in these Regions that bear the lab's prefix, in scope or not
 * @param isWhole whether every bucket of these Regions that bears the prefix is in scope
 */
record Listing(
        List<String> regions,
        List<ListedBucket> buckets,
        int withPrefix,
        boolean isWhole,
        List<NotExamined> notExamined) {
    Listing {
        regions = List.copyOf(regions);
        buckets = List.copyOf(buckets);
        notExamined = List.copyOf(notExamined);
    }

    static Listing failed(NotExamined why) {
        return new Listing(List.of(), List.of(), 0, false, List.of(why));
    }
}
