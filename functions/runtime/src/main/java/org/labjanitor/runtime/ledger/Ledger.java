package org.labjanitor.runtime.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.RunningTotal;

/**
 * What is remembered of one sweep in one Region of an account.
 *
 * @param entries resources by their id
 */
public record Ledger(LedgerPlace place, RunningTotal total, Map<String, LedgerEntry> entries) {
    public Ledger {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A ledger in which nothing is written yet. */
    public static Ledger begun(LedgerPlace place, Instant now) {
        return new Ledger(place, new RunningTotal(0, new BigDecimal("0.00"), true, now), Map.of());
    }

    public Optional<LedgerEntry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** The ledger after a change. */
    public Ledger edited(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return new Ledger(place, edit.total, edit.entries);
    }

    /** A ledger that is being changed. */
    public static final class Edit {
        private final Map<String, LedgerEntry> entries;
        private RunningTotal total;

        private Edit(Ledger ledger) {
            this.entries = new LinkedHashMap<>(ledger.entries);
            this.total = ledger.total;
        }

        public Optional<LedgerEntry> entry(String id) {
            return Optional.ofNullable(entries.get(id));
        }

        public void put(String id, LedgerEntry entry) {
            entries.put(id, entry);
        }

        public void drop(String id) {
            entries.remove(id);
        }

        /** Adds a removed resource to the running total. */
        public void count(MonthlyCost cost) {
            total =
                    switch (cost) {
                        case Priced(BigDecimal dollars, boolean listed) ->
                                new RunningTotal(
                                        total.removed() + 1,
                                        total.dollarsPerMonth().add(dollars),
                                        total.listed() && listed,
                                        total.since());
                        case Unpriced _ ->
                                new RunningTotal(
                                        total.removed() + 1,
                                        total.dollarsPerMonth(),
                                        false,
                                        total.since());
                    };
        }
    }
}
