package org.labjanitor.simulator.service;

import java.time.Instant;

/** Who calls, where and when. The time is the lab clock's, read once for the whole call. */
public record CallContext(
        String accountId, String region, String accessKeyId, String requestId, Instant now) {}
