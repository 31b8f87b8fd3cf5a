package org.labjanitor.buckets.sweep;

import java.util.List;
import java.util.Set;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.core.budget.Plausibility;
import org.labjanitor.runtime.result.NotExamined;

/**
 * What a look at the account's buckets showed.
 *
 * @param regions Regions whose buckets were listed
 * @param judged the buckets in scope, with their verdicts
 * @param withPrefix buckets in those Regions that bear the lab's prefix, in scope or not
 * @param isWhole whether every bucket with the prefix in these Regions was in scope
 */
record Survey(
        List<String> regions,
        List<JudgedBucket> judged,
        int withPrefix,
        boolean isWhole,
        List<NotExamined> notExamined,
        boolean outOfTime) {
    Survey {
        regions = List.copyOf(regions);
        judged = List.copyOf(judged);
        notExamined = List.copyOf(notExamined);
    }

    /** Regions of which nothing was left out, so that what was not seen there is gone. */
    Set<String> wholeRegions() {
        boolean hasOneWithoutRegion =
                judged.stream().anyMatch(one -> one.bucket().region().isEmpty());
        return isWhole && !outOfTime && !hasOneWithoutRegion ? Set.copyOf(regions) : Set.of();
    }

    /**
     * What a budget's share is a share of. A narrowed sweep has a smaller one; for buckets that a
     * person names the tags of all others are not read, and their names have to do.
     */
    int labBuckets(BucketsRequest request) {
        return request.isSweep()
                ? (int) judged.stream().filter(JudgedBucket::isLab).count()
                : Math.max(withPrefix, judged.size());
    }

    Plausibility plausibility() {
        List<JudgedBucket> there = judged.stream().filter(one -> !one.gone()).toList();
        return Plausibility.ofBuckets(
                there.size(), (int) there.stream().filter(JudgedBucket::lacksEvidence).count());
    }
}
