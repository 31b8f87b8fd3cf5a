package org.labjanitor.buckets.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.labjanitor.buckets.emptying.BucketEmptier;
import org.labjanitor.buckets.emptying.DeletionBudget;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.inventory.Absence;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.inventory.TagReader;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.buckets.removal.BucketRemover;
import org.labjanitor.buckets.removal.Emptiness;
import org.labjanitor.buckets.removal.PreFlight;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.buckets.storage.StorageSurvey;
import org.labjanitor.core.budget.Plausibility;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.grace.Graces;
import org.labjanitor.runtime.grace.RunGrace;
import org.labjanitor.runtime.price.StoragePrices;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * One run over the buckets of an account: list, judge, warn the owners of those that may go, and in
 * mode {@code clean} look again at those whose grace is over, empty, delete and observe. {@code
 * report} goes the same way and stops before the first write.
 */
public final class BucketSweep {
    private static final int REGIONS_AT_ONCE = 8;
    private static final Duration TIME_TO_LOOK = Duration.ofSeconds(30);

    private final AwsClients clients;
    private final AccountGuard account;
    private final Settings settings;
    private final RegionalClients regional;
    private final BucketList list;
    private final PreFlight preFlight;
    private final Emptiness emptiness;
    private final BucketRemover remover;
    private final StorageSurvey storage;
    private final Graces graces;
    private final LabTags tags;
    private final InstantSource clock;
    private final BucketSweepListener listener;
    private final StopSignal stop;

    public BucketSweep(
            AwsClients clients,
            AccountGuard account,
            Settings settings,
            StoragePrices prices,
            InstantSource clock,
            Pause pause,
            BucketSweepListener listener,
            StopSignal stop) {
        this.clients = clients;
        this.account = account;
        this.settings = settings;
        this.regional = new RegionalClients(clients);
        this.list = new BucketList(regional);
        this.preFlight = new PreFlight(regional);
        this.emptiness = new Emptiness(regional);
        this.remover = new BucketRemover(regional, new BucketEmptier(clients, clock, pause), pause);
        this.storage = new StorageSurvey(prices);
        this.graces = new Graces(clients, settings, clock, pause);
        this.tags = new LabTags(settings.labTag());
        this.clock = clock;
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Runs the sweep.
     *
     * @throws org.labjanitor.runtime.account.WrongAccountException if the credentials belong to
     *     another account than the configured one
     * @throws org.labjanitor.runtime.aws.AwsFailedException if not even the account's name can be
     *     read
     */
    public RunResult run(BucketsRequest request, String runId, TimeBudget time) {
        Instant startedAt = clock.instant();
        Map<String, Long> callsBefore = clients.calls().snapshot();
        String accountId = account.check();
        RunContext context = new RunContext("buckets", runId, request.mode(), accountId);
        Scope scope = scope(request, accountId);
        // Before the list: what is missing from it is held against what the ledger knew by then.
        RunGrace grace = graces.of(context, request.isGraced(), ledgerRegions(scope));
        Judging judging = judging(request, accountId, firstSight(request, grace, startedAt));
        Survey survey = new Examination(judging, time, listener).of(scope.list());

        String stopped = request.isSweep() ? implausible(survey).orElse(null) : null;
        Candidates candidates = new Candidates(tags, storages(survey), request.after());
        Protections protections =
                new Protections(
                        new BucketLook(preFlight, emptiness, accountId, request.after()),
                        () -> time.hasLeft(TIME_TO_LOOK));
        Selection selection =
                select(
                        new Selector(grace, candidates, protections),
                        request,
                        survey,
                        stopped != null);
        Map<String, Settled> settled =
                request.mode() == Mode.CLEAN
                        ? new Crew(grace, candidates, task(request, accountId, judging, time))
                                .remove(selection.due())
                        : Map.of();

        return new RunResult(
                "buckets",
                runId,
                request.mode(),
                accountId,
                startedAt,
                clock.instant(),
                new InForce(settings).of(request, survey.regions()),
                survey.regions(),
                new ItemWriter(request, candidates, protections, selection, settled, stopped)
                        .items(survey.judged()),
                notExamined(survey, grace),
                stopped,
                survey.outOfTime()
                        || protections.outOfTime()
                        || settled.values().stream().anyMatch(Settled::continues),
                clients.calls().since(callsBefore),
                grace.correspondence());
    }

    private Scope scope(BucketsRequest request, String accountId) {
        return new Scope(request, list, new Absence(regional, accountId), clients.homeRegion());
    }

    private boolean hasLedger() {
        return settings.grace().stateBucket() != null;
    }

    private List<String> ledgerRegions(Scope scope) {
        return hasLedger() ? scope.regions() : List.of();
    }

    private FirstSight firstSight(BucketsRequest request, RunGrace grace, Instant now) {
        return request.isGraced() && hasLedger()
                ? FirstSight.byLedger(grace, now)
                : FirstSight.asKnown(grace);
    }

    private Judging judging(BucketsRequest request, String accountId, FirstSight firstSight) {
        return new Judging(request, tags, new TagReader(regional, accountId), firstSight, clock);
    }

    /** A picture that cannot be true warns nobody. */
    private static Selection select(
            Selector selector, BucketsRequest request, Survey survey, boolean isImplausible) {
        if (isImplausible) {
            return selector.look(survey, 0);
        }
        int allowance = request.budget().allowance(survey.labBuckets(request));
        return switch (request.mode()) {
            case REPORT -> selector.look(survey, allowance);
            case WARN -> selector.warn(survey);
            case CLEAN -> selector.warn(survey, allowance);
        };
    }

    private BucketTask task(
            BucketsRequest request, String accountId, Judging judging, TimeBudget time) {
        return new BucketTask(
                accountId,
                list,
                judging,
                preFlight,
                remover,
                request.after(),
                new DeletionBudget(request.budget().keys(), request.budget().bytes()),
                time,
                stop,
                listener);
    }

    /** Only lab buckets are measured: CloudWatch bills every metric that is asked for. */
    private Map<String, Storage> storages(Survey survey) {
        Map<String, List<String>> byRegion =
                survey.judged().stream()
                        .filter(JudgedBucket::isLab)
                        .collect(
                                Collectors.groupingBy(
                                        judged -> judged.bucket().region(),
                                        Collectors.mapping(
                                                JudgedBucket::name, Collectors.toList())));
        List<Callable<Map<String, Storage>>> calls = new ArrayList<>();
        byRegion.forEach((region, buckets) ->
                calls.add(() -> storage.of(buckets, regional.in(region), clock.instant())));
        Map<String, Storage> storages = new HashMap<>();
        new ParallelCalls(REGIONS_AT_ONCE).all(calls).forEach(storages::putAll);
        return storages;
    }

    private static Optional<String> implausible(Survey survey) {
        return switch (survey.plausibility()) {
            case Plausibility.Plausible _ -> Optional.empty();
            case Plausibility.Implausible(String sentence) -> Optional.of(sentence);
        };
    }

    private List<NotExamined> notExamined(Survey survey, RunGrace grace) {
        List<NotExamined> notExamined = new ArrayList<>(survey.notExamined());
        notExamined.addAll(grace.gaps());
        if (stop.isGiven()) {
            notExamined.add(new NotExamined("the rest of the run", "a person stopped it"));
        }
        return notExamined;
    }
}
