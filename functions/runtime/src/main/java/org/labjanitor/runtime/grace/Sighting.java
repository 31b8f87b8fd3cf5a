package org.labjanitor.runtime.grace;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.runtime.ledger.LedgerEntry;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;

/**
 * What a run saw in a Region.
 *
 * @param candidates what was there, by id
 * @param whole whether that is all that there is
 * @param since when the run began, before it listed anything
 */
record Sighting(Map<String, Candidate> candidates, boolean whole, Instant since) {
    static Sighting of(Collection<Candidate> candidates, boolean whole, Instant since) {
        Map<String, Candidate> byId = new LinkedHashMap<>();
        candidates.forEach(candidate -> byId.put(candidate.id(), candidate));
        return new Sighting(byId, whole, since);
    }

    Optional<Candidate> candidate(String id) {
        return Optional.ofNullable(candidates.get(id));
    }

    /** Whether what the entry speaks of is no longer there, as far as this run can tell. */
    boolean isGone(String id, LedgerEntry known, Instant now) {
        if (known.entry().isTaken(now)) {
            return false;
        }
        Candidate candidate = candidates.get(id);
        if (candidate == null) {
            return whole && !known.entry().firstSeen().isAfter(since);
        }
        return isOfNamesake(known, candidate) || isStopped(known, candidate, now);
    }

    /** A name that was given up can be taken again: a notice older than its bearer is not of it. */
    static boolean isOfNamesake(LedgerEntry known, Candidate candidate) {
        Instant begun = candidate.resource().since();
        return begun != null
                && known.entry()
                        .notice()
                        .filter(notice -> begun.isAfter(notice.acceptedAt()))
                        .isPresent();
    }

    /** Where instances are stopped and not terminated, one that stands still has gone that way. */
    private static boolean isStopped(LedgerEntry known, Candidate candidate, Instant now) {
        return candidate.planned() == Action.WOULD_STOP
                && candidate.verdict() instanceof Keep(KeepReason reason, var _)
                && reason == KeepReason.STOPPED
                && known.entry().isLeftBehind(now);
    }
}
