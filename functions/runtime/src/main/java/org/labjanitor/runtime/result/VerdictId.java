package org.labjanitor.runtime.result;

import java.util.Locale;
import org.labjanitor.core.verdict.Verdict;

/**
 * A verdict as documents and logs name it.
 *
 * @param kind {@code removable}, {@code keep} or {@code unknown}
 * @param reason such as {@code keep-tag}
 */
public record VerdictId(String kind, String reason) {
    public static VerdictId of(Verdict verdict) {
        String kind =
                switch (verdict) {
                    case Verdict.Removable _ -> "removable";
                    case Verdict.Keep _ -> "keep";
                    case Verdict.Unknown _ -> "unknown";
                };
        return new VerdictId(
                kind, verdict.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
