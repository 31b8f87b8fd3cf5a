package org.labjanitor.buckets.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Contents;

/**
 * What a bucket holds, and what that costs a month.
 *
 * @param contents null where nothing is known
 * @param facts what to know about the saving, for the report
 */
public record Storage(@Nullable Contents contents, MonthlyCost cost, List<Fact> facts) {
    public Storage {
        facts = List.copyOf(facts);
    }

    static Storage unknown(String why) {
        return new Storage(null, new Unpriced(why), List.of());
    }

    /** Where nobody asked, since the bucket is none of the lab's. */
    public static Storage notAsked() {
        return unknown("only lab buckets are measured");
    }
}
