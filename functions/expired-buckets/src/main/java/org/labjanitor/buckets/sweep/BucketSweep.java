package org.labjanitor.buckets.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.labjanitor.buckets.emptying.BucketEmptier;
import org.labjanitor.buckets.emptying.DeletionBudget;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.inventory.Absence;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.inventory.TagReader;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.buckets.removal.BucketRemoval;
import org.labjanitor.buckets.removal.BucketRemover;
import org.labjanitor.buckets.removal.PreFlight;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.buckets.storage.StorageSurvey;
import org.labjanitor.core.budget.Plausibility;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.price.StoragePrices;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * One run over the buckets of an account: examine, plan within the budget, and in mode {@code
 * clean} look again, empty, delete and observe. {@code report} goes the same way and stops before
 * the first write.
 */
public final class BucketSweep {
    private static final int BUCKETS_AT_ONCE = 3;
    private static final int LOOKS_AT_ONCE = 4;
    private static final int REGIONS_AT_ONCE = 8;
    private static final Duration TIME_TO_LOOK = Duration.ofSeconds(30);

    private final AwsClients clients;
    private final AccountGuard account;
    private final RegionalClients regional;
    private final BucketList list;
    private final PreFlight preFlight;
    private final BucketRemover remover;
    private final StorageSurvey storage;
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
        this.regional = new RegionalClients(clients);
        this.list = new BucketList(regional);
        this.preFlight = new PreFlight(regional);
        this.remover = new BucketRemover(regional, new BucketEmptier(clients, clock, pause), pause);
        this.storage = new StorageSurvey(prices);
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
        Judging judging = new Judging(request, tags, new TagReader(regional, accountId), clock);
        Survey survey = examination(request, accountId, judging, time).look();
        Map<String, Storage> storages = storages(survey);

        String stopped = request.isSweep() ? implausible(survey).orElse(null) : null;
        int allowance =
                stopped == null ? request.budget().allowance(survey.labBuckets(request)) : 0;
        RemovalPlan plan =
                RemovalPlan.of(
                        survey.judged(),
                        allowance,
                        () -> time.hasLeft(TIME_TO_LOOK),
                        picks -> withProtection(picks, accountId));
        // Notices, the ledger and their grace belong here, between the plan and the removal.
        Map<String, Settled> settled =
                request.mode() == Mode.CLEAN
                        ? remove(plan, task(request, accountId, judging, time))
                        : Map.of();

        return new RunResult(
                "buckets",
                runId,
                request.mode(),
                accountId,
                startedAt,
                clock.instant(),
                settings(request, survey),
                survey.regions(),
                new ItemWriter(request, tags, plan, storages, settled, stopped)
                        .items(survey.judged()),
                notExamined(survey),
                stopped,
                survey.outOfTime() || plan.outOfTime() || continues(settled),
                clients.calls().since(callsBefore));
    }

    private Examination examination(
            BucketsRequest request, String accountId, Judging judging, TimeBudget time) {
        return new Examination(
                request,
                list,
                new Absence(regional, accountId),
                judging,
                clients.homeRegion(),
                time,
                listener);
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

    private List<JudgedBucket> withProtection(List<JudgedBucket> picks, String accountId) {
        List<Callable<JudgedBucket>> calls = new ArrayList<>();
        for (JudgedBucket pick : picks) {
            calls.add(() ->
                    FindingVerdict.of(pick, preFlight.look(pick.name(), accountId).findings()));
        }
        return new ParallelCalls(LOOKS_AT_ONCE).all(calls);
    }

    /** Several buckets at once, begun in the order of the plan. */
    private static Map<String, Settled> remove(RemovalPlan plan, BucketTask task) {
        Queue<JudgedBucket> waiting = new ConcurrentLinkedQueue<>(plan.picks());
        Callable<List<Settled>> worker =
                () -> {
                    List<Settled> settled = new ArrayList<>();
                    for (JudgedBucket next = waiting.poll(); next != null; next = waiting.poll()) {
                        settled.add(task.settle(next));
                    }
                    return settled;
                };
        Map<String, Settled> settled = new HashMap<>();
        for (List<Settled> part :
                new ParallelCalls(BUCKETS_AT_ONCE)
                        .all(Collections.nCopies(BUCKETS_AT_ONCE, worker))) {
            part.forEach(one -> settled.put(one.judged().name(), one));
        }
        return settled;
    }

    private List<NotExamined> notExamined(Survey survey) {
        List<NotExamined> notExamined = new ArrayList<>(survey.notExamined());
        if (stop.isGiven()) {
            notExamined.add(new NotExamined("the rest of the run", "a person stopped it"));
        }
        return notExamined;
    }

    private static boolean continues(Map<String, Settled> settled) {
        return settled.values().stream()
                .flatMap(one -> one.removal().stream())
                .anyMatch(BucketRemoval::continues);
    }

    private Map<String, String> settings(BucketsRequest request, Survey survey) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("labTag", tags.labKey());
        settings.put("bucketPrefix", request.policy().namePrefix());
        settings.put("regions", String.join(", ", survey.regions()));
        settings.put(
                "lifetime",
                request.policy().lifetime() == null
                        ? "none"
                        : request.policy().lifetime().toString());
        settings.put("budget", request.budget().text());
        settings.put("after", request.after().name().toLowerCase(Locale.ROOT));
        if (!request.isSweep()) {
            settings.put("reason", request.reason());
        }
        return settings;
    }
}
