package org.labjanitor.runtime.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.grace.Entry;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.Candidate;

/**
 * A resource in the ledger.
 *
 * @param entry how far it is on its way
 * @param subjectOrNull what it was when it was last judged to be removable; null where it never was
 */
public record LedgerEntry(Entry entry, @Nullable Subject subjectOrNull) {
    /** A resource that was never seen before. */
    public static LedgerEntry firstSeen(Instant now) {
        return new LedgerEntry(Entry.firstSeen(now), null);
    }

    public Optional<Subject> subject() {
        return Optional.ofNullable(subjectOrNull);
    }

    public LedgerEntry with(Entry other) {
        return new LedgerEntry(other, subjectOrNull);
    }

    /** The same entry, which knows the candidate as it is now if that is removable. */
    public LedgerEntry knowing(Candidate candidate) {
        return candidate.verdict() instanceof Removable verdict
                ? new LedgerEntry(entry, Subject.of(candidate, verdict))
                : this;
    }
}
