package org.labjanitor.core.budget;

/**
 * Whether the picture of a sweep can be true. A picture that cannot be is a fault of ours or of a
 * metrics outage, and nothing may be removed on it.
 */
public sealed interface Plausibility {
    /** From this many running instances on, every single one idle at once is not believed. */
    int CROWD = 10;

    /** Nothing speaks against the picture. */
    record Plausible() implements Plausibility {}

    /** The picture is not believed; {@code sentence} says why. */
    record Implausible(String sentence) implements Plausibility {}

    /**
     * Looks at the running lab instances that were judged. Refuses when evidence is missing for
     * more than half of them (one of one is more than half), and when ten or more are idle without
     * a single exception.
     *
     * @param judged how many were judged
     * @param withoutEvidence how many of them are Unknown because evidence is missing
     * @param idle how many of them are removable as idle
     */
    static Plausibility of(int judged, int withoutEvidence, int idle) {
        requireCount("judged", judged, Integer.MAX_VALUE);
        requireCount("withoutEvidence", withoutEvidence, judged);
        requireCount("idle", idle, judged - withoutEvidence);
        if (2L * withoutEvidence > judged) {
            return new Implausible(
                    "Evidence is missing for "
                            + withoutEvidence
                            + " of "
                            + judged
                            + " running lab instances; that is more than half, so nothing is"
                            + " removed.");
        }
        if (judged >= CROWD && idle == judged) {
            return new Implausible(
                    "All "
                            + judged
                            + " running lab instances look idle at once; that is more likely a"
                            + " fault in the evidence than the truth, so nothing is removed.");
        }
        return new Plausible();
    }

    /**
     * Looks at the lab buckets that were judged. Refuses when evidence is missing for more than
     * half of them; that all of them are over at once is nothing strange, since labs end together.
     *
     * @param judged how many were judged
     * @param withoutEvidence how many of them are Unknown because evidence is missing
     */
    static Plausibility ofBuckets(int judged, int withoutEvidence) {
        requireCount("judged", judged, Integer.MAX_VALUE);
        requireCount("withoutEvidence", withoutEvidence, judged);
        if (2L * withoutEvidence <= judged) {
            return new Plausible();
        }
        return new Implausible(
                "Evidence is missing for "
                        + withoutEvidence
                        + " of "
                        + judged
                        + " buckets; that is more than half, so nothing is removed.");
    }

    private static void requireCount(String name, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(
                    name + " must be 0 to " + most + ", but is " + value);
        }
    }
}
