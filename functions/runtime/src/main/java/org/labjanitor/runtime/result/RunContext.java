package org.labjanitor.runtime.result;

import org.labjanitor.runtime.settings.Mode;

/**
 * Which run it is.
 *
 * @param sweep {@code instances} or {@code buckets}
 */
public record RunContext(String sweep, String runId, Mode mode, String account) {}
