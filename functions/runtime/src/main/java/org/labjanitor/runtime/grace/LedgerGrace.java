package org.labjanitor.runtime.grace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.labjanitor.core.grace.Notice;
import org.labjanitor.core.grace.Readiness;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.ledger.LedgerBook;
import org.labjanitor.runtime.ledger.LedgerEntry;
import org.labjanitor.runtime.ledger.LedgerShelf;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.NotExamined;

/** Grace by the ledger: a notice first, then the wait, then the removal. */
final class LedgerGrace implements RunGrace {
    private static final int REGIONS_AT_ONCE = 8;
    private static final String ONLY_LOOKED =
            "nobody was warned of it yet, which modes warn and clean do";

    private final GraceRun run;
    private final LedgerShelf shelf;
    private final Messages messages;
    private final Stages stages;
    private final Claims claims;
    private final Endings endings;
    private final Set<String> departed = new TreeSet<>();

    LedgerGrace(GraceRun run, LedgerShelf shelf, Messages messages) {
        this.run = run;
        this.shelf = shelf;
        this.messages = messages;
        this.stages = new Stages(run);
        this.claims = new Claims(run, shelf);
        this.endings = new Endings(run, shelf, messages);
    }

    @Override
    public Optional<Instant> firstSeen(String region, String id) {
        return shelf.in(region).ledger().entry(id).map(known -> known.entry().firstSeen());
    }

    @Override
    public Map<String, Stage> look(List<Candidate> candidates) {
        shelf.all();
        return stages(candidates, _ -> ONLY_LOOKED);
    }

    @Override
    public Map<String, Stage> warn(List<Candidate> candidates, Set<String> wholeRegions) {
        List<RegionVisit> visits = visits(candidates, wholeRegions);
        atOnce(visits, RegionVisit::takeBack);
        Map<String, Notice> notices = messages.warn(all(visits, RegionVisit::toWarn));
        Set<String> withdrawn = messages.withdraw(all(visits, RegionVisit::toWithdraw));
        Set<String> told = messages.tell(all(visits, RegionVisit::toTell));
        Said said = new Said(notices, withdrawn, told);
        atOnce(visits, visit -> visit.writeDown(said));
        visits.forEach(visit -> departed.addAll(visit.departed()));
        return stages(candidates, candidate -> messages.refusal(candidate.resource()));
    }

    @Override
    public Set<String> claim(List<Candidate> due) {
        return claims.make(due, known -> known.filter(this::isDue));
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
        return new Correspondence(
                messages.sent(), List.copyOf(departed), Shelves.total(shelf).orElse(null));
    }

    private boolean isDue(LedgerEntry known) {
        return known.entry().readiness(run.rules(), run.now()) instanceof Readiness.Due;
    }

    private List<RegionVisit> visits(List<Candidate> candidates, Set<String> wholeRegions) {
        Map<String, List<Candidate>> byRegion =
                candidates.stream()
                        .collect(Collectors.groupingBy(candidate -> candidate.resource().region()));
        Set<LedgerBook> books = new LinkedHashSet<>(shelf.all());
        byRegion.keySet().forEach(region -> books.add(shelf.in(region)));
        return books.stream()
                .map(book ->
                        new RegionVisit(
                                run,
                                book,
                                Sighting.of(
                                        byRegion.getOrDefault(book.region(), List.of()),
                                        wholeRegions.contains(book.region()),
                                        run.startedAt())))
                .toList();
    }

    private Map<String, Stage> stages(
            List<Candidate> candidates, Function<Candidate, String> unwarned) {
        Map<String, Stage> byId = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            LedgerBook book = shelf.in(candidate.resource().region());
            byId.put(candidate.id(), stages.of(candidate, book, unwarned));
        }
        return byId;
    }

    private static <T> List<T> all(
            List<RegionVisit> visits, Function<RegionVisit, List<T>> question) {
        return visits.stream().map(question).flatMap(List::stream).toList();
    }

    private static void atOnce(List<RegionVisit> visits, Consumer<RegionVisit> work) {
        List<Callable<RegionVisit>> calls = new ArrayList<>();
        for (RegionVisit visit : visits) {
            calls.add(() -> {
                work.accept(visit);
                return visit;
            });
        }
        new ParallelCalls(REGIONS_AT_ONCE).all(calls);
    }
}
