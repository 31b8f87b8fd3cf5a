package org.labjanitor.core.verdict;

/** What keeps the evidence from carrying a verdict. */
public enum UnknownReason {
    /** One of its lab tags cannot be read. */
    UNREADABLE_TAG,
    /** AWS gave a picture that cannot be true, such as a start in the future. */
    IMPLAUSIBLE,
    /** Too few data points. */
    MISSING_DATA,
    /** CloudWatch did not answer in full. */
    METRICS_UNAVAILABLE,
    /** A login source did not answer in full. */
    LOGINS_UNAVAILABLE,
    /** Its protection could not be read. */
    PROTECTION_UNAVAILABLE,
    /** The Spot request behind it could not be read. */
    OWNER_UNAVAILABLE,
    /** Its tags could not be read. */
    TAGS_UNAVAILABLE
}
