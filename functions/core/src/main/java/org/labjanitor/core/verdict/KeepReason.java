package org.labjanitor.core.verdict;

/** Why a resource stays. */
public enum KeepReason {
    /** It lacks the lab tag. */
    NOT_LAB,
    /** Its keep tag holds. */
    KEEP_TAG,
    /** Something else owns it and would replace it. */
    OWNED,
    /** Termination or stop protection is on. */
    PROTECTED,
    /** It is stopped, and no limit for stopped days is set, or not reached. */
    STOPPED,
    /** It is between two states, or gone already. */
    NOT_RUNNING,
    /** It has not run for long enough to be judged. */
    YOUNG,
    /** It has an accelerator whose use CPU metrics do not show. */
    ACCELERATED,
    /** It was used recently. */
    IN_USE,
    /** It is quiet, but no longer than its own rhythm explains. */
    RHYTHM,
    /** Its time is not over. */
    NOT_EXPIRED,
    /** Nothing says when its time is over. */
    NO_END,
    /** It lacks the name prefix of the lab's buckets. */
    OTHER_NAME,
    /** The janitor itself, or its deployment, lives in it. */
    OWN_THING,
    /** Something else depends on it: replication, a website, logs that are delivered to it. */
    DEPENDED_ON,
    /** It was to be emptied and kept, and is empty already. */
    EMPTY
}
