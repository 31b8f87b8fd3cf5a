package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/** Says what would have to change for another verdict on an instance. */
final class OtherwiseWords {
    private final LabTags tags;

    OtherwiseWords(LabTags tags) {
        this.tags = tags;
    }

    String of(Verdict verdict, Instant now) {
        return switch (verdict) {
            case Verdict.Removable(RemovableReason reason, _) -> removable(reason);
            case Verdict.Keep(KeepReason reason, Explanation explanation) ->
                    keep(reason, explanation.facts(), now);
            case Verdict.Unknown(UnknownReason reason, _) -> unknown(reason);
        };
    }

    private String removable(RemovableReason reason) {
        String keepIt = "The tag " + tags.keepKey() + "=true keeps it";
        return switch (reason) {
            case EXPIRED -> keepIt + ", and so does a later end.";
            case IDLE -> keepIt + ", and so does using it.";
            case STOPPED_TOO_LONG -> keepIt + ", and so does starting it.";
            case NAMED -> keepIt + ".";
        };
    }

    private String keep(KeepReason reason, List<Fact> facts, Instant now) {
        return switch (reason) {
            case NOT_LAB ->
                    "It would be judged if it had the tag " + tags.labKey() + "; nobody else can.";
            case KEEP_TAG -> "The rules below decide once the tag " + tags.keepKey() + " is gone.";
            case OWNED -> "Whoever wants it gone tells its owner.";
            case PROTECTED -> "It may go once its protection is off.";
            case STOPPED ->
                    "Started, it is judged by its use; a limit for stopped days, or the tag "
                            + tags.expiresKey()
                            + ", gives it an end.";
            case NOT_RUNNING -> "It is judged once it is running or stopped.";
            case YOUNG -> "The tag " + tags.ttlKey() + " gives it an end before that.";
            case ACCELERATED -> "The tag " + tags.expiresKey() + " gives it an end.";
            case IN_USE, RHYTHM -> quiet(facts, now);
            case NOT_EXPIRED, NO_END, OTHER_NAME, OWN_THING, DEPENDED_ON, EMPTY -> "";
        };
    }

    /** The time that the fact names is in the past where an open login holds it. */
    private static String quiet(List<Fact> facts, Instant now) {
        Optional<Fact> needed =
                facts.stream().filter(fact -> fact.name().equals(Fact.QUIET_NEEDED)).findFirst();
        Instant at = needed.map(Fact::at).orElse(null);
        if (at == null || !at.isAfter(now)) {
            return "It would be idle if nobody used it for long enough.";
        }
        return "It would be idle if nobody used it for %s%s more, until %s."
                .formatted(
                        bound(needed.get().value()),
                        Phrases.length(Duration.between(now, at)),
                        Minutes.utc(at));
    }

    private static String bound(String needed) {
        return Stream.of("at least ", "at most ").filter(needed::startsWith).findFirst().orElse("");
    }

    private String unknown(UnknownReason reason) {
        return switch (reason) {
            case UNREADABLE_TAG -> "It is judged once the tag is mended or gone.";
            case IMPLAUSIBLE -> "It is judged once EC2 describes it in full.";
            case MISSING_DATA -> "It is judged once enough data have come in.";
            case METRICS_UNAVAILABLE,
                    LOGINS_UNAVAILABLE,
                    PROTECTION_UNAVAILABLE,
                    OWNER_UNAVAILABLE,
                    TAGS_UNAVAILABLE ->
                    "It is judged once that can be read.";
        };
    }
}
