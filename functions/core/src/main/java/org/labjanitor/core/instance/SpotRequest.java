package org.labjanitor.core.instance;

/**
 * The Spot request behind an instance. Terminating an instance of a persistent request makes EC2
 * launch another one; the request has to be cancelled first.
 */
public record SpotRequest(String id, Persistence persistence) {
    /** {@code UNKNOWN}: the request could not be read. */
    public enum Persistence {
        ONE_TIME,
        PERSISTENT,
        UNKNOWN
    }
}
