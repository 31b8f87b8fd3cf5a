package org.labjanitor.buckets.removal;

import java.util.List;
import java.util.stream.Collectors;
import org.labjanitor.buckets.emptying.EmptyingResult;
import org.labjanitor.buckets.emptying.Refusal;
import org.labjanitor.runtime.json.JsonFields;

/** Why an emptying came to nothing, in a sentence. */
final class RefusalWords {
    private static final int SAMPLES = 3;

    private RefusalWords() {}

    static String of(EmptyingResult result) {
        String refused =
                result.refusals().stream()
                        .map(RefusalWords::words)
                        .collect(Collectors.joining("; "));
        if (refused.isEmpty()) {
            return result.detail();
        }
        return result.detail().isEmpty() ? refused : result.detail() + ": " + refused;
    }

    private static String words(Refusal refusal) {
        String message = refusal.message().isEmpty() ? "" : ", " + refusal.message();
        return "%s for %,d keys%s%s"
                .formatted(refusal.code(), refusal.keys(), message, samples(refusal.samples()));
    }

    private static String samples(List<String> keys) {
        if (keys.isEmpty()) {
            return "";
        }
        return keys.stream()
                .limit(SAMPLES)
                .map(JsonFields::quoted)
                .collect(Collectors.joining(", ", " (such as ", ")"));
    }
}
