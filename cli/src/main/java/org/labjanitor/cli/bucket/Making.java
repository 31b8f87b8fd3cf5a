package org.labjanitor.cli.bucket;

/** What came of making a bucket. */
public sealed interface Making {
    /**
     * It is there as it was asked for.
     *
     * @param note what could not be looked at afterwards; empty where all was seen
     */
    record Made(String note) implements Making {}

    /** It is not there, or not the person's own; {@code why} says what to do about it. */
    record NotMade(String why) implements Making {}
}
