package org.labjanitor.buckets.removal;

/**
 * Something about a bucket that forbids to touch it, or could not be read.
 *
 * @param kind what it is
 * @param sentence for a person, with what would have to change
 */
public record Finding(Kind kind, String sentence) {
    /** What was found. */
    public enum Kind {
        /** It is not there. */
        GONE,
        /** It belongs to another account. */
        OTHER_ACCOUNT,
        /** Object Lock, MFA delete or a policy that denies deleting. */
        PROTECTED,
        /** Replication, a website, logs delivered to it. */
        DEPENDED_ON,
        /** Nothing is in it, and no more than that was wanted. */
        EMPTY,
        /** A question that S3 did not answer. */
        UNREADABLE
    }
}
