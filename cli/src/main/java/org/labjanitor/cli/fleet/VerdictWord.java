package org.labjanitor.cli.fleet;

import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;

/** A verdict in one word. */
final class VerdictWord {
    private VerdictWord() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Removable removable -> of(removable.reason());
            case Keep keep -> of(keep.reason());
            case Unknown _ -> "unknown";
        };
    }

    static Style style(Verdict verdict) {
        return switch (verdict) {
            case Removable _ -> Style.WARNING_TITLE;
            case Keep(KeepReason reason, _) ->
                    reason == KeepReason.IN_USE ? Style.GOOD : Style.PLAIN;
            case Unknown _ -> Style.BAD;
        };
    }

    private static String of(RemovableReason reason) {
        return switch (reason) {
            case EXPIRED -> "expired";
            case IDLE -> "idle";
            case STOPPED_TOO_LONG -> "forgotten";
            case NAMED -> "named";
        };
    }

    private static String of(KeepReason reason) {
        return switch (reason) {
            case NOT_LAB -> "foreign";
            case KEEP_TAG -> "kept";
            case OWNED -> "owned";
            case PROTECTED -> "protected";
            case STOPPED -> "stopped";
            case NOT_RUNNING -> "changing";
            case YOUNG -> "young";
            case ACCELERATED -> "unclear";
            case IN_USE -> "used";
            case RHYTHM -> "pausing";
            case NOT_EXPIRED, NO_END, OTHER_NAME, OWN_THING, DEPENDED_ON, EMPTY -> "kept";
        };
    }
}
