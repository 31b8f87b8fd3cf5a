package org.labjanitor.runtime.grace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.labjanitor.core.grace.Course;
import org.labjanitor.core.grace.Entry;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.runtime.ledger.Ledger;
import org.labjanitor.runtime.ledger.LedgerBook;
import org.labjanitor.runtime.ledger.LedgerEntry;
import org.labjanitor.runtime.ledger.LedgerShelf;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.Outcome;

/**
 * Writes down how it ended for what this run has claimed. What another run took over meanwhile is
 * that run's to count.
 */
final class Endings {
    private final GraceRun run;
    private final LedgerShelf shelf;
    private final Messages messages;

    Endings(GraceRun run, LedgerShelf shelf, Messages messages) {
        this.run = run;
        this.shelf = shelf;
        this.messages = messages;
    }

    /**
     * Tells the owners first and then forgets: a run that dies in between leaves its claims, by
     * which the next run tells them again.
     */
    void settle(List<Ended> ended) {
        spare(ended.stream().filter(Endings::isSpared).map(Ended::candidate).toList());
        List<Ended> observed =
                ended.stream().filter(end -> !isSpared(end)).map(this::asObserved).toList();
        Set<String> told = messages.tell(observed);
        changeHeld(observed, Ended::candidate, (edit, end) -> settle(edit, end, told));
    }

    private static boolean isSpared(Ended end) {
        return end.candidate().verdict() instanceof Keep
                && switch (end.outcome()) {
                    case REFUSED, NOT_REACHED -> true;
                    case REMOVED, EMPTIED, UNFINISHED, STILL_THERE, GONE_ALREADY -> false;
                };
    }

    /** What a dead run had tried before, and is gone now, that run has removed. */
    private Ended asObserved(Ended end) {
        boolean triedBefore =
                end.outcome() == Outcome.GONE_ALREADY
                        && known(end.candidate())
                                .map(LedgerEntry::entry)
                                .filter(entry -> entry.isHeldBy(run.holder()) && entry.tried())
                                .isPresent();
        return triedBefore
                ? new Ended(end.candidate(), Outcome.REMOVED, RegionVisit.EARLIER_RUN)
                : end;
    }

    private void settle(HeldEdit edit, Ended end, Set<String> told) {
        Entry entry = edit.held().entry();
        switch (end.outcome()) {
            case REMOVED, EMPTIED -> {
                edit.ledger().count(end.candidate().cost());
                if (told.contains(edit.id())) {
                    edit.drop();
                } else {
                    edit.put(entry.ended(run.now(), end.outcome().id()));
                }
            }
            case GONE_ALREADY -> edit.drop();
            case STILL_THERE -> put(edit, entry.releasedAfterTrying(run.holder()), end.candidate());
            case UNFINISHED, REFUSED, NOT_REACHED ->
                    put(edit, entry.released(run.holder()), end.candidate());
        }
    }

    /** Lets go of what stays after all; a notice is taken back before its owner hears of it. */
    void spare(List<Candidate> spared) {
        changeHeld(
                spared,
                Function.identity(),
                (edit, candidate) ->
                        put(
                                edit,
                                edit.held()
                                        .entry()
                                        .released(run.holder())
                                        .judged(candidate.verdict(), run.now()),
                                candidate));
        Set<String> told = messages.withdraw(spared.stream().filter(this::isTakenBack).toList());
        change(
                spared.stream().filter(candidate -> told.contains(candidate.id())).toList(),
                Function.identity(),
                _ -> true,
                (edit, candidate) -> put(edit, edit.held().entry().withdrawalTold(), candidate));
    }

    private boolean isTakenBack(Candidate candidate) {
        return shelf.in(candidate.resource().region()).trouble().isEmpty()
                && known(candidate)
                        .filter(entry -> entry.entry().course() instanceof Course.Withdrawn)
                        .isPresent();
    }

    private Optional<LedgerEntry> known(Candidate candidate) {
        LedgerBook book = shelf.in(candidate.resource().region());
        return book.ledger().entry(candidate.id());
    }

    private void put(HeldEdit edit, Entry entry, Candidate candidate) {
        if (!entry.isMereSight()) {
            edit.put(entry);
        } else if (run.remembers(candidate)) {
            edit.ledger().put(edit.id(), new LedgerEntry(entry, null));
        } else {
            edit.drop();
        }
    }

    private <T> void changeHeld(
            List<T> items, Function<T, Candidate> candidate, BiConsumer<HeldEdit, T> change) {
        change(items, candidate, known -> known.entry().isHeldBy(run.holder()), change);
    }

    private <T> void change(
            List<T> items,
            Function<T, Candidate> candidate,
            Predicate<LedgerEntry> concerned,
            BiConsumer<HeldEdit, T> change) {
        Map<String, List<T>> byRegion =
                items.stream()
                        .collect(
                                Collectors.groupingBy(
                                        item -> candidate.apply(item).resource().region()));
        Map<String, UnaryOperator<Ledger>> changes = new HashMap<>();
        byRegion.forEach((region, here) ->
                changes.put(
                        region,
                        ledger ->
                                ledger.edited(edit -> {
                                    for (T item : here) {
                                        String id = candidate.apply(item).id();
                                        edit.entry(id)
                                                .filter(concerned)
                                                .ifPresent(held ->
                                                        change.accept(
                                                                new HeldEdit(edit, id, held),
                                                                item));
                                    }
                                })));
        shelf.update(changes);
    }

    /** An entry that is being changed. */
    private record HeldEdit(Ledger.Edit ledger, String id, LedgerEntry held) {
        void put(Entry entry) {
            ledger.put(id, held.with(entry));
        }

        void drop() {
            ledger.drop(id);
        }
    }
}
