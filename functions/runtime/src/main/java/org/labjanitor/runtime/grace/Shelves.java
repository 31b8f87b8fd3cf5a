package org.labjanitor.runtime.grace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labjanitor.runtime.ledger.LedgerBook;
import org.labjanitor.runtime.ledger.LedgerShelf;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.RunningTotal;

/** What a run's ledgers say together, and what they do not. */
final class Shelves {
    private Shelves() {}

    /** The ledgers that could not be used. */
    static List<NotExamined> gaps(LedgerShelf shelf) {
        return shelf.opened().stream().flatMap(Shelves::gap).toList();
    }

    private static Stream<NotExamined> gap(LedgerBook book) {
        return book.trouble().stream()
                .map(why -> new NotExamined("ledger of " + book.region(), why));
    }

    /** The running total of all Regions; empty where nothing was ever written. */
    static Optional<RunningTotal> total(LedgerShelf shelf) {
        return shelf.opened().stream()
                .filter(LedgerBook::isWritten)
                .map(book -> book.ledger().total())
                .reduce(RunningTotal::plus);
    }
}
