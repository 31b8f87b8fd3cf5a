package org.labjanitor.cli.history;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.price.MonthlyCost;

/**
 * A resource that a run removed or emptied.
 *
 * @param outcome {@code removed} or {@code emptied}, as observed afterwards
 * @param action what was done to it, such as {@code terminate}
 * @param why the verdict's sentence
 */
public record Removed(
        String id,
        @Nullable String name,
        String type,
        String region,
        @Nullable String owner,
        String action,
        String outcome,
        String reason,
        String why,
        MonthlyCost cost) {
    /**
     * The item of a report; empty where it is still there.
     *
     * @throws BrokenReportException if it lacks something
     */
    static Optional<Removed> of(Map<?, ?> item) {
        Texts texts = new Texts(item);
        String outcome = texts.optional("outcome").orElse("");
        if (!outcome.equals("removed") && !outcome.equals("emptied")) {
            return Optional.empty();
        }
        return Optional.of(
                new Removed(
                        texts.required("id"),
                        texts.optional("name").orElse(null),
                        texts.required("type"),
                        texts.required("region"),
                        texts.optional("owner").orElse(null),
                        texts.required("action"),
                        outcome,
                        texts.required("reason"),
                        texts.required("explanation"),
                        texts.cost()));
    }
}
