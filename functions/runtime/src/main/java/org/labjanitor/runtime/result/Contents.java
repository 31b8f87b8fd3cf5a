package org.labjanitor.runtime.result;

import java.time.Instant;
import java.util.Map;

/**
 * What a bucket holds, by CloudWatch's daily storage metrics.
 *
 * @param objects versions, delete markers and parts of open uploads included
 * @param bytesByClass by storage class, such as {@code STANDARD_IA}
 * @param asOf the day that the metrics speak of
 */
public record Contents(long objects, Map<String, Long> bytesByClass, Instant asOf) {
    public Contents {
        bytesByClass = Map.copyOf(bytesByClass);
    }

    public long bytes() {
        return bytesByClass.values().stream().mapToLong(Long::longValue).sum();
    }
}
