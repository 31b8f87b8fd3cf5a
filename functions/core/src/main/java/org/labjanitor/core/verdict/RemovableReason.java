package org.labjanitor.core.verdict;

/** Why a resource may go. */
public enum RemovableReason {
    /** Its expiry tag has passed, or its lifetime is over. */
    EXPIRED,
    /** Nobody uses it. */
    IDLE,
    /** It has been stopped for longer than the policy allows. */
    STOPPED_TOO_LONG,
    /** A person named it outright. */
    NAMED
}
