package org.labjanitor.simulator.service;

import java.time.Instant;

/**
 * Who calls, where and when. The time is the lab clock's, read once for the whole call.
 *
 * @param partialAnswer a fault asks for an incomplete answer: an operation that can say so (as
 *     CloudWatch does with {@code PartialData}) leaves something out, any other ignores it
 */
public record CallContext(
        String accountId,
        String region,
        String accessKeyId,
        String requestId,
        Instant now,
        boolean partialAnswer) {
    public CallContext(
            String accountId, String region, String accessKeyId, String requestId, Instant now) {
        this(accountId, region, accessKeyId, requestId, now, false);
    }

    public Place place() {
        return new Place(accountId, region);
    }
}
