package org.labjanitor.cli.command;

import java.time.Instant;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.core.time.Minutes;

/** A date in an option, for which it is not too late. */
final class FutureDate {
    private FutureDate() {}

    /**
     * The moment at which the date is over.
     *
     * @throws UsageException if it is no date, or over already
     */
    static Instant of(String option, String text, Instant now) {
        Instant end =
                TagTime.end(text)
                        .orElseThrow(() ->
                                new UsageException(
                                        "%s is \"%s\", but must be %s"
                                                .formatted(option, text, TagTime.DATE_ALLOWED)));
        if (!end.isAfter(now)) {
            throw new UsageException(
                    "%s is \"%s\", which is over already: it is %s"
                            .formatted(option, text, Minutes.utc(now)));
        }
        return end;
    }
}
