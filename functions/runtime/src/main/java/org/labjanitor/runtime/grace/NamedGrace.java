package org.labjanitor.runtime.grace;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labjanitor.runtime.ledger.LedgerBook;
import org.labjanitor.runtime.ledger.LedgerEntry;
import org.labjanitor.runtime.ledger.LedgerShelf;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.NotExamined;

/**
 * No grace, because a person named the resources, but a ledger that hears of it: what goes counts
 * in the running total, its entry is dropped, and no other run removes it at the same time. Unlike
 * a sweep, what a person asks for does not wait for a ledger that cannot be used; that it was not
 * written down is a gap.
 */
final class NamedGrace implements RunGrace {
    private final GraceRun run;
    private final LedgerShelf shelf;
    private final Messages messages;
    private final Claims claims;
    private final Endings endings;

    NamedGrace(GraceRun run, LedgerShelf shelf, Messages messages) {
        this.run = run;
        this.shelf = shelf;
        this.messages = messages;
        this.claims = new Claims(run, shelf);
        this.endings = new Endings(run, shelf, messages);
    }

    @Override
    public Optional<Instant> firstSeen(String region, String id) {
        return shelf.in(region).ledger().entry(id).map(known -> known.entry().firstSeen());
    }

    @Override
    public Map<String, Stage> look(List<Candidate> candidates) {
        return immediate(candidates);
    }

    @Override
    public Map<String, Stage> warn(List<Candidate> candidates, Set<String> wholeRegions) {
        return immediate(candidates);
    }

    /** Everything removable goes at once. */
    static Map<String, Stage> immediate(List<Candidate> candidates) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            stages.put(
                    candidate.id(),
                    candidate.removable() ? new Stage.Immediate() : new Stage.Staying());
        }
        return stages;
    }

    @Override
    public Set<String> claim(List<Candidate> due) {
        Set<String> claimed =
                new HashSet<>(
                        claims.make(
                                due,
                                known ->
                                        known.or(() ->
                                                        Optional.of(
                                                                LedgerEntry.firstSeen(run.now())))
                                                .filter(this::isFree)));
        due.stream()
                .filter(candidate -> book(candidate).trouble().isPresent())
                .filter(candidate ->
                        book(candidate).ledger().entry(candidate.id()).stream()
                                .allMatch(this::isFree))
                .forEach(candidate -> claimed.add(candidate.id()));
        return claimed;
    }

    private boolean isFree(LedgerEntry known) {
        return known.entry().isHeldBy(run.holder()) || !known.entry().isTaken(run.now());
    }

    private LedgerBook book(Candidate candidate) {
        return shelf.in(candidate.resource().region());
    }

    @Override
    public void spare(List<Candidate> spared) {
        endings.spare(spared);
    }

    @Override
    public void settle(List<Ended> ended) {
        endings.settle(ended);
    }

    @Override
    public List<NotExamined> gaps() {
        return Shelves.gaps(shelf);
    }

    @Override
    public Correspondence correspondence() {
        return new Correspondence(messages.sent(), List.of(), Shelves.total(shelf).orElse(null));
    }
}
