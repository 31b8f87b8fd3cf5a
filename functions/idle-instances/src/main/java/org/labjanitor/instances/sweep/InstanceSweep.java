package org.labjanitor.instances.sweep;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.labjanitor.core.budget.Plausibility;
import org.labjanitor.core.judge.InstanceJudge;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.inventory.LabInstance;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.instances.region.RegionChoice;
import org.labjanitor.instances.region.RegionChooser;
import org.labjanitor.instances.region.RegionalClients;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.price.OnDemandPrices;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * One run over the instances of an account: examine every Region, plan within the budget, and in
 * mode {@code clean} look again, remove and observe. {@code report} goes the same way and stops
 * before the first write.
 */
public final class InstanceSweep {
    private static final int REGIONS_AT_ONCE = 8;

    private final AwsClients clients;
    private final AccountGuard account;
    private final RegionalClients regional;
    private final LabTags tags;
    private final InstancePrices prices;
    private final InstantSource clock;
    private final Pause pause;
    private final SweepListener listener;
    private final String labTag;

    public InstanceSweep(
            AwsClients clients,
            AccountGuard account,
            Settings settings,
            OnDemandPrices prices,
            InstantSource clock,
            Pause pause,
            SweepListener listener) {
        this.clients = clients;
        this.account = account;
        this.regional = new RegionalClients(clients);
        this.labTag = settings.labTag();
        this.tags = new LabTags(settings.labTag());
        this.prices = new InstancePrices(prices);
        this.clock = clock;
        this.pause = pause;
        this.listener = listener;
    }

    /**
     * Runs the sweep.
     *
     * @throws org.labjanitor.runtime.account.WrongAccountException if the credentials belong to
     *     another account than the configured one
     * @throws org.labjanitor.runtime.aws.AwsFailedException if not even the account's name and
     *     Regions can be read
     */
    public RunResult run(InstancesRequest request, String runId, TimeBudget time) {
        Instant startedAt = clock.instant();
        Map<String, Long> callsBefore = clients.calls().snapshot();
        String accountId = account.check();
        RegionChoice choice = new RegionChooser(regional.home()).choose(request.regions());
        Map<String, RegionSweep> sweeps = sweeps(choice, request, time);
        List<Examination> examinations = inParallel(sweeps, RegionSweep::examine);
        Survey survey = Survey.of(examinations);
        List<NotExamined> notExamined = new ArrayList<>(choice.notExamined());
        notExamined.addAll(survey.notExamined());
        notExamined.addAll(notFound(request, survey));

        String stopped = request.isSweep() ? implausible(survey, request).orElse(null) : null;
        RemovalPlan plan = plan(request, survey, stopped != null, sweeps);
        // Notices, the ledger and their grace belong here, between the plan and the removal.
        Map<String, List<Leftover>> leftovers = leftovers(plan, sweeps, notExamined);
        Map<String, Settled> settled =
                request.mode() == Mode.CLEAN ? remove(plan, sweeps) : Map.of();

        List<ResultItem> items =
                new ItemWriter(request, tags, prices, plan, leftovers, settled, stopped)
                        .items(survey.judged());
        return new RunResult(
                "instances",
                runId,
                request.mode(),
                accountId,
                startedAt,
                clock.instant(),
                settings(request, choice),
                survey.examined(),
                items,
                notExamined,
                stopped,
                survey.outOfTime() || ItemWriter.ranOutOfTime(settled.values()),
                clients.calls().since(callsBefore));
    }

    private Map<String, RegionSweep> sweeps(
            RegionChoice choice, InstancesRequest request, TimeBudget time) {
        InstanceJudge judge = new InstanceJudge(request.policy(), tags);
        Map<String, RegionSweep> sweeps = new LinkedHashMap<>();
        for (String region : choice.regions()) {
            sweeps.put(
                    region,
                    new RegionSweep(
                            regional.in(region),
                            request,
                            judge,
                            labTag,
                            clock,
                            pause,
                            time,
                            listener));
        }
        return sweeps;
    }

    private static <T> List<T> inParallel(
            Map<String, RegionSweep> sweeps, Function<RegionSweep, T> work) {
        List<Callable<T>> calls = new ArrayList<>();
        sweeps.values().forEach(sweep -> calls.add(() -> work.apply(sweep)));
        return new ParallelCalls(REGIONS_AT_ONCE).all(calls);
    }

    private static List<NotExamined> notFound(InstancesRequest request, Survey survey) {
        Set<String> missing = new HashSet<>(request.only());
        missing.addAll(request.named());
        survey.judged().forEach(judged -> missing.remove(judged.id()));
        return missing.stream()
                .sorted()
                .map(id -> new NotExamined(id, notFoundIn(survey.examined())))
                .toList();
    }

    private static String notFoundIn(List<String> regions) {
        return regions.isEmpty()
                ? "no Region could be read"
                : "there is no such lab instance in " + String.join(", ", regions);
    }

    private static Optional<String> implausible(Survey survey, InstancesRequest request) {
        return switch (survey.plausibility(request)) {
            case Plausibility.Plausible _ -> Optional.empty();
            case Plausibility.Implausible(String sentence) -> Optional.of(sentence);
        };
    }

    private RemovalPlan plan(
            InstancesRequest request,
            Survey survey,
            boolean stopped,
            Map<String, RegionSweep> sweeps) {
        int allowance = stopped ? 0 : request.budget().allowance(survey.labInstances(request));
        return RemovalPlan.of(
                survey.judged(),
                allowance,
                new RemovalOrder(prices).comparator(),
                judged -> sweepOf(judged, sweeps).withProtection(judged));
    }

    private static RegionSweep sweepOf(Judged judged, Map<String, RegionSweep> sweeps) {
        RegionSweep sweep = sweeps.get(judged.instance().instance().region());
        if (sweep == null) {
            throw new IllegalStateException(
                    "no sweep for " + judged.instance().instance().region());
        }
        return sweep;
    }

    private static Map<String, List<Leftover>> leftovers(
            RemovalPlan plan, Map<String, RegionSweep> sweeps, List<NotExamined> notExamined) {
        Map<String, List<Leftover>> leftovers = new HashMap<>();
        picksByRegion(plan)
                .forEach((region, picks) -> {
                    List<LabInstance> instances = picks.stream().map(Judged::instance).toList();
                    leftovers.putAll(
                            sweepOf(picks.getFirst(), sweeps).leftovers(instances, notExamined));
                });
        return leftovers;
    }

    private static Map<String, Settled> remove(RemovalPlan plan, Map<String, RegionSweep> sweeps) {
        Map<String, List<Judged>> picks = picksByRegion(plan);
        Map<String, RegionSweep> affected = new LinkedHashMap<>(sweeps);
        affected.keySet().retainAll(picks.keySet());
        Map<String, Settled> settled = new HashMap<>();
        for (List<Settled> part :
                inParallel(
                        affected,
                        sweep -> sweep.remove(picks.getOrDefault(sweep.region(), List.of())))) {
            part.forEach(one -> settled.put(one.judged().id(), one));
        }
        return settled;
    }

    private static Map<String, List<Judged>> picksByRegion(RemovalPlan plan) {
        return plan.picks().stream()
                .collect(
                        Collectors.groupingBy(
                                judged -> judged.instance().instance().region(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private Map<String, String> settings(InstancesRequest request, RegionChoice choice) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("labTag", labTag);
        settings.put("regions", String.join(", ", choice.regions()));
        settings.put("policy", PolicyText.of(request.policy()));
        settings.put("budget", ItemWriter.text(request.budget()));
        settings.put("action", request.action().name().toLowerCase(Locale.ROOT));
        if (!request.isSweep()) {
            settings.put("reason", request.reason());
        }
        return settings;
    }
}
