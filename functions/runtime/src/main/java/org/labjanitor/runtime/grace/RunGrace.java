package org.labjanitor.runtime.grace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.NotExamined;

/**
 * The grace that one run gives. Its methods are called in the order in which they stand here. A
 * fault of the ledger or of SNS is no exception: what it concerns stays, and {@link #gaps} and
 * {@link #correspondence} say so. {@link #firstSeen}, {@link #spare} and {@link #settle} may be
 * called by many threads.
 */
public sealed interface RunGrace permits ImmediateGrace, NamedGrace, LedgerGrace {
    /** When the ledger saw a resource for the first time; empty where it has not, or is silent. */
    Optional<Instant> firstSeen(String region, String id);

    /** The stage of each candidate by its id; nothing is written, nobody is told. */
    Map<String, Stage> look(List<Candidate> candidates);

    /**
     * Writes down what is new, sends notices and withdrawals, and gives the stage of each candidate
     * by its id afterwards.
     *
     * @param candidates everything in scope that was examined, those that stay included; best also
     *     what left the scope, so that its owner hears of it
     * @param wholeRegions Regions that were listed in full, so that what is missing among the
     *     candidates is gone. None of a run that was narrowed, ran out of time or saw only a part
     */
    Map<String, Stage> warn(List<Candidate> candidates, Set<String> wholeRegions);

    /**
     * Marks candidates that are due as being removed by this run, so that no other run does.
     *
     * @return ids of those that this run may remove; another run has the others, or the ledger
     *     cannot be written
     */
    Set<String> claim(List<Candidate> due);

    /**
     * Lets go of claimed candidates that are not removed after all, because the verdict that was
     * made right before the removal is another one, which each of them carries here: one that keeps
     * takes the notice back and its owner is told, one that is unknown lets the notice stand.
     */
    void spare(List<Candidate> spared);

    /**
     * Writes down what was observed of those that were claimed, and tells their owners. May be
     * called several times; each time its owners get a message. One that was refused or not reached
     * because its newest verdict keeps it is spared, as by {@link #spare}.
     */
    void settle(List<Ended> ended);

    /** What the ledger did not tell, and why. */
    List<NotExamined> gaps();

    /** What was said so far. */
    Correspondence correspondence();
}
