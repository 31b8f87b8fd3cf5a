package org.labjanitor.buckets.emptying;

/** Why an emptying came to its end. */
public enum EmptyingEnd {
    /** A listing that began after the last deletion showed nothing. */
    EMPTY,
    /** The bucket itself is gone. */
    GONE,
    /** Time ran out; the next run goes on. */
    OUT_OF_TIME,
    /** The budget of keys or bytes is used up; the next run goes on. */
    OVER_BUDGET,
    /** A person stopped it. */
    STOPPED,
    /** What is left was refused key by key, or a whole pass deleted nothing. */
    NO_PROGRESS,
    /** It filled as fast as it was emptied. */
    STILL_WRITTEN_TO,
    /** A call failed without which there is no going on. */
    FAILED
}
