package org.labjanitor.runtime.grace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.labjanitor.core.grace.Claim;
import org.labjanitor.runtime.ledger.Ledger;
import org.labjanitor.runtime.ledger.LedgerBook;
import org.labjanitor.runtime.ledger.LedgerEntry;
import org.labjanitor.runtime.ledger.LedgerShelf;
import org.labjanitor.runtime.result.Candidate;

/** Marks candidates as being removed by this run. */
final class Claims {
    private final GraceRun run;
    private final LedgerShelf shelf;

    Claims(GraceRun run, LedgerShelf shelf) {
        this.run = run;
        this.shelf = shelf;
    }

    /**
     * Claims what may be claimed by the ledger as it is when the claim is written.
     *
     * @param claimable what is known of a candidate, emptied where it may not be claimed
     * @return ids of those that this run holds now
     */
    Set<String> make(List<Candidate> due, UnaryOperator<Optional<LedgerEntry>> claimable) {
        Claim claim = run.claim();
        Map<String, List<Candidate>> byRegion =
                due.stream()
                        .collect(Collectors.groupingBy(candidate -> candidate.resource().region()));
        Map<String, UnaryOperator<Ledger>> changes = new HashMap<>();
        byRegion.forEach((region, here) ->
                changes.put(
                        region,
                        ledger ->
                                ledger.edited(edit ->
                                        here.forEach(candidate ->
                                                claim(edit, candidate, claim, claimable)))));
        shelf.update(changes);
        return held(due);
    }

    private static void claim(
            Ledger.Edit edit,
            Candidate candidate,
            Claim claim,
            UnaryOperator<Optional<LedgerEntry>> claimable) {
        claimable
                .apply(edit.entry(candidate.id()))
                .ifPresent(known ->
                        edit.put(
                                candidate.id(),
                                known.with(known.entry().claimed(claim)).knowing(candidate)));
    }

    private Set<String> held(List<Candidate> due) {
        Set<String> held = new HashSet<>();
        for (Candidate candidate : due) {
            LedgerBook book = shelf.in(candidate.resource().region());
            if (book.trouble().isEmpty() && isHeld(book, candidate.id())) {
                held.add(candidate.id());
            }
        }
        return held;
    }

    private boolean isHeld(LedgerBook book, String id) {
        return book.ledger()
                .entry(id)
                .filter(known -> known.entry().isHeldBy(run.holder()))
                .isPresent();
    }
}
