package org.labjanitor.runtime.grace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.labjanitor.core.grace.Course;
import org.labjanitor.core.grace.Entry;
import org.labjanitor.runtime.ledger.Ledger;
import org.labjanitor.runtime.ledger.LedgerBook;
import org.labjanitor.runtime.ledger.LedgerEntry;
import org.labjanitor.runtime.ledger.Subject;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.Outcome;

/**
 * What a run saw in a Region, held against the Region's ledger: what there is to say, and what is
 * written down when it was said. A warning is taken back in the ledger before its owner hears of
 * it, so that a run which dies in between leaves nothing behind that could still come due.
 */
final class RegionVisit {
    static final String EARLIER_RUN = "an earlier run removed it, and ended before it could say so";

    private final GraceRun run;
    private final LedgerBook book;
    private final Sighting sighting;
    private final Set<String> departed = new TreeSet<>();

    RegionVisit(GraceRun run, LedgerBook book, Sighting sighting) {
        this.run = run;
        this.book = book;
        this.sighting = sighting;
    }

    /** Takes back the notices of what stays. */
    void takeBack() {
        book.update(ledger ->
                ledger.edited(edit -> {
                    Instant now = run.now();
                    ledger.entries()
                            .forEach((id, known) -> {
                                Candidate candidate = sighting.candidates().get(id);
                                if (candidate != null
                                        && known.entry().notice().isPresent()
                                        && !sighting.isGone(id, known, now)) {
                                    edit.put(
                                            id,
                                            known.with(
                                                    known.entry()
                                                            .judged(candidate.verdict(), now)));
                                }
                            });
                }));
    }

    /** Those whose owners are to be warned; none where the ledger would not remember it. */
    List<Candidate> toWarn() {
        Instant now = run.now();
        return isUsable()
                ? sighting.candidates().values().stream()
                        .filter(Candidate::removable)
                        .filter(candidate -> lacksNotice(candidate, now))
                        .toList()
                : List.of();
    }

    private boolean lacksNotice(Candidate candidate, Instant now) {
        return book.ledger()
                .entry(candidate.id())
                .filter(known -> !Sighting.isOfNamesake(known, candidate))
                .map(known -> known.entry().needsNotice(run.rules(), now))
                .orElse(true);
    }

    /** Those that stay, and whose owners do not know it yet. */
    List<Candidate> toWithdraw() {
        List<Candidate> withdrawn = new ArrayList<>();
        if (isUsable()) {
            book.ledger()
                    .entries()
                    .forEach((id, known) -> {
                        Candidate candidate = sighting.candidates().get(id);
                        if (known.entry().course() instanceof Course.Withdrawn
                                && candidate != null
                                && !candidate.removable()) {
                            withdrawn.add(candidate);
                        }
                    });
        }
        return withdrawn;
    }

    /** What earlier runs removed, and could not tell. */
    List<Ended> toTell() {
        List<Ended> untold = new ArrayList<>();
        if (isUsable()) {
            Instant now = run.now();
            book.ledger()
                    .entries()
                    .forEach((id, known) ->
                            known.subject()
                                    .ifPresent(subject ->
                                            outcomeOf(id, known, now)
                                                    .ifPresent(outcome ->
                                                            untold.add(
                                                                    new Ended(
                                                                            subject.asCandidate(),
                                                                            outcome,
                                                                            EARLIER_RUN)))));
        }
        return untold;
    }

    private Optional<Outcome> outcomeOf(String id, LedgerEntry known, Instant now) {
        if (known.entry().course() instanceof Course.Ended(var _, String how)) {
            return Outcome.withId(how);
        }
        return sighting.isGone(id, known, now) && known.entry().isLeftBehind(now)
                ? Optional.of(Outcome.REMOVED)
                : Optional.empty();
    }

    /** Writes down what was seen and said. */
    void writeDown(Said said) {
        book.update(ledger ->
                ledger.edited(edit -> {
                    Instant now = run.now();
                    // What another run has written down meanwhile is its to report.
                    departed.clear();
                    ledger.entries().forEach((id, known) -> close(edit, id, known, said, now));
                    sighting.candidates()
                            .values()
                            .forEach(candidate -> note(edit, candidate, said, now));
                }));
    }

    private void close(Ledger.Edit edit, String id, LedgerEntry known, Said said, Instant now) {
        Entry entry = known.entry();
        if (entry.course() instanceof Course.Ended) {
            if (said.told().contains(id)) {
                edit.drop(id);
            }
        } else if (sighting.isGone(id, known, now)) {
            if (entry.isLeftBehind(now)) {
                finish(edit, id, known, said, now);
            } else {
                noteDeparture(id, entry);
                edit.drop(id);
            }
        }
    }

    private static void finish(
            Ledger.Edit edit, String id, LedgerEntry known, Said said, Instant now) {
        MonthlyCost cost =
                known.subject()
                        .map(Subject::cost)
                        .orElse(new Unpriced("it was gone before it could be asked"));
        edit.count(cost);
        if (said.told().contains(id) || known.subject().isEmpty()) {
            edit.drop(id);
        } else {
            edit.put(id, known.with(known.entry().ended(now, Outcome.REMOVED.id())));
        }
    }

    private void noteDeparture(String id, Entry entry) {
        switch (entry.course()) {
            case Course.Warned _, Course.Withdrawn _ -> departed.add(id);
            case Course.Seen _, Course.Unwarned _, Course.Ended _ -> {}
        }
    }

    private void note(Ledger.Edit edit, Candidate candidate, Said said, Instant now) {
        String id = candidate.id();
        LedgerEntry known = edit.entry(id).orElseGet(() -> LedgerEntry.firstSeen(now));
        Entry after = afterwards(known.entry(), candidate, said, now);
        if (!after.isMereSight()) {
            boolean onItsWay = !after.course().equals(known.entry().course());
            LedgerEntry written = known.with(after);
            edit.put(id, onItsWay ? written.knowing(candidate) : written);
        } else if (run.remembers(candidate)) {
            edit.put(id, new LedgerEntry(after, null));
        } else {
            edit.drop(id);
        }
    }

    private Entry afterwards(Entry before, Candidate candidate, Said said, Instant now) {
        Entry judged = before.judged(candidate.verdict(), now);
        if (candidate.removable()) {
            return said.notice(candidate.id())
                    .map(notice -> judged.warned(notice, run.rules(), now))
                    .orElse(judged);
        }
        return said.withdrawn().contains(candidate.id()) ? judged.withdrawalTold() : judged;
    }

    /** Ids of what was warned of and went without the janitor. */
    Set<String> departed() {
        return departed;
    }

    private boolean isUsable() {
        return book.trouble().isEmpty();
    }
}
