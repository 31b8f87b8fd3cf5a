package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.bucket.Versioning;

/**
 * How deletions of one call are to be done.
 *
 * @param now the lab's time
 * @param bypass whether GOVERNANCE may be, and is asked to be, bypassed
 * @param ifMatch entity tag that the current version must have, {@code *} for any, null for no
 *     condition
 */
record Deletion(Versioning versioning, Instant now, boolean bypass, @Nullable String ifMatch) {}
