package org.labjanitor.runtime.report;

import java.util.List;
import java.util.Locale;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.ResultItem;

/** What became of a resource, in the order in which a person has to know of it. */
enum ItemState {
    REFUSED("Refused", Tone.BAD),
    STILL_THERE("Still there", Tone.BAD),
    UNFINISHED("Emptied in part", Tone.WARN),
    REMOVED("Removed", Tone.GOOD),
    EMPTIED("Emptied", Tone.GOOD),
    STOPPED("Stopped", Tone.GOOD),
    WARNED("Warned", Tone.WARN),
    MAY_GO("May go", Tone.GO),
    NOT_THIS_TIME("Not this time", Tone.GO),
    UNKNOWN("Unknown", Tone.UNKNOWN),
    GONE_ALREADY("Gone before", Tone.KEPT),
    SPARED("Spared", Tone.KEPT),
    KEPT("Kept", Tone.KEPT);

    /** How a state looks. Its words say the same: a colour never speaks alone. */
    enum Tone {
        BAD("✕"),
        WARN("!"),
        GOOD("✓"),
        GO("→"),
        UNKNOWN("?"),
        KEPT("•");

        private final String sign;

        Tone(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<ItemState> IN_ORDER = List.of(values());

    private final String title;
    private final Tone tone;

    ItemState(String title, Tone tone) {
        this.title = title;
        this.tone = tone;
    }

    String title() {
        return title;
    }

    Tone tone() {
        return tone;
    }

    /** Its place in the order: the lower, the sooner a person has to know of it. */
    int rank() {
        return IN_ORDER.indexOf(this);
    }

    static ItemState of(ResultItem item) {
        if (item.outcome() != null) {
            return switch (item.outcome()) {
                case REMOVED -> item.action() == Action.STOP ? STOPPED : REMOVED;
                case EMPTIED -> EMPTIED;
                case UNFINISHED -> UNFINISHED;
                case STILL_THERE -> STILL_THERE;
                case REFUSED -> REFUSED;
                case GONE_ALREADY -> GONE_ALREADY;
                case NOT_REACHED -> item.warning() == null ? NOT_THIS_TIME : WARNED;
            };
        }
        return switch (item.verdict()) {
            case Removable _ when item.warning() != null -> WARNED;
            case Removable _ -> item.action() == Action.NONE ? NOT_THIS_TIME : MAY_GO;
            case Unknown _ -> UNKNOWN;
            case Keep _ -> item.outcomeDetail().isEmpty() ? KEPT : SPARED;
        };
    }
}
