package org.labjanitor.buckets.emptying;

import java.util.List;

/**
 * Keys that S3 would not delete, by error code.
 *
 * @param code S3's own, such as {@code AccessDenied}
 * @param message S3's words for the first of them
 * @param samples a few keys of them
 */
public record Refusal(String code, String message, long keys, List<String> samples) {
    public Refusal {
        samples = List.copyOf(samples);
    }
}
