package org.labjanitor.runtime.result;

import java.time.Instant;

/**
 * The latest login on an instance that is known.
 *
 * @param who who it was, as the source names it
 * @param at when the session ended, or began where it is still open
 * @param open whether it is still open
 * @param source where it is recorded, such as {@code Session Manager}
 */
public record LastLogin(String who, Instant at, boolean open, String source) {}
