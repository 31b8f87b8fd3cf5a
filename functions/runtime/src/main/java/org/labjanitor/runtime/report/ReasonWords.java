package org.labjanitor.runtime.report;

import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

/** Reasons in two or three words, to count by. */
public final class ReasonWords {
    private ReasonWords() {}

    /** Such as {@code idle}, {@code keep tag} or {@code data missing}. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case Removable removable -> of(removable.reason());
            case Keep keep -> of(keep.reason());
            case Unknown unknown -> of(unknown.reason());
        };
    }

    private static String of(RemovableReason reason) {
        return switch (reason) {
            case EXPIRED -> "expired";
            case IDLE -> "idle";
            case STOPPED_TOO_LONG -> "stopped for too long";
            case NAMED -> "named by a person";
        };
    }

    private static String of(KeepReason reason) {
        return switch (reason) {
            case NOT_LAB -> "no lab tag";
            case KEEP_TAG -> "keep tag";
            case OWNED -> "owned by a service or group";
            case PROTECTED -> "protected";
            case STOPPED -> "stopped";
            case NOT_RUNNING -> "between two states, or gone";
            case YOUNG -> "too young to judge";
            case ACCELERATED -> "has an accelerator";
            case IN_USE -> "in use";
            case RHYTHM -> "quiet, as often before";
            case NOT_EXPIRED -> "not expired";
            case NO_END -> "no end set";
            case OTHER_NAME -> "other name prefix";
            case OWN_THING -> "the janitor's own";
            case DEPENDED_ON -> "depended on";
            case EMPTY -> "empty already";
        };
    }

    private static String of(UnknownReason reason) {
        return switch (reason) {
            case UNREADABLE_TAG -> "tag cannot be read";
            case IMPLAUSIBLE -> "implausible";
            case MISSING_DATA -> "data missing";
            case METRICS_UNAVAILABLE -> "metrics not to be had";
            case LOGINS_UNAVAILABLE -> "logins not to be had";
            case PROTECTION_UNAVAILABLE -> "protection not to be had";
            case OWNER_UNAVAILABLE -> "Spot request not to be had";
            case TAGS_UNAVAILABLE -> "tags not to be had";
        };
    }
}
