package org.labjanitor.cli.report;

import java.time.Instant;
import java.util.Optional;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.report.ReasonWords;
import org.labjanitor.runtime.result.ResultItem;

/**
 * A bucket of a report as one row of a list.
 *
 * @param item as the report has it
 */
public record BucketRow(ResultItem item) {
    /** When its time is over, as far as the verdict rests on it. */
    public Optional<Instant> end() {
        return item.verdict().explanation().facts().stream()
                .filter(fact ->
                        fact.name().startsWith("tag ") || fact.name().equals("default lifetime"))
                .flatMap(fact -> Optional.ofNullable(fact.at()).stream())
                .findFirst();
    }

    /** The verdict in a word: {@code may-go}, {@code unknown} or {@code kept}. */
    public String verdict() {
        return verdict(item.verdict());
    }

    /** Why, in two or three words, such as {@code keep tag}. */
    public String reason() {
        return ReasonWords.of(item.verdict());
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Removable _ -> "may-go";
            case Unknown _ -> "unknown";
            case Keep _ -> "kept";
        };
    }
}
