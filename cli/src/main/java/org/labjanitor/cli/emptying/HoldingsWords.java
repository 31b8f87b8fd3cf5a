package org.labjanitor.cli.emptying;

import java.time.ZoneOffset;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.report.Bytes;
import org.labjanitor.runtime.result.Contents;

/** What a bucket holds, in half a line. */
final class HoldingsWords {
    private HoldingsWords() {}

    /** Such as {@code 2,500 objects, 2.6 MB, as of 2026-11-19 (CloudWatch)}. */
    static String of(Storage storage) {
        Contents contents = storage.contents();
        if (contents == null) {
            return "(size unknown: %s)".formatted(why(storage.cost()));
        }
        return "%s %s, %s, as of %s (CloudWatch)"
                .formatted(
                        EmptyingWords.number(contents.objects()),
                        contents.objects() == 1 ? "object" : "objects",
                        Bytes.of(contents.bytes()),
                        contents.asOf().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static String why(MonthlyCost cost) {
        return cost instanceof MonthlyCost.Unpriced(String why) ? why : "no figures";
    }
}
