package org.labjanitor.cli.history;

import java.time.Instant;
import java.util.List;

/**
 * A run that cleaned up, and what it removed.
 *
 * @param key the report's key in its bucket
 */
public record PastRun(
        String key, String sweep, String runId, Instant startedAt, List<Removed> removed)
        implements Report {
    public PastRun {
        removed = List.copyOf(removed);
    }
}
