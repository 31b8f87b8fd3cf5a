package org.labjanitor.runtime.result;

import java.time.Instant;

/**
 * A notice that stands.
 *
 * @param noticedAt when SNS accepted it
 * @param deadline before this moment nothing is removed
 */
public record Warning(Instant noticedAt, Instant deadline) {}
