package org.labjanitor.buckets.removal;

/** What becomes of a bucket once it is empty. */
public enum AfterEmptying {
    DELETE,
    /** It stays, so that no stranger can take its name. */
    KEEP
}
