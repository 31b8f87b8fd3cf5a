package org.labjanitor.instances.sweep;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labjanitor.core.budget.Plausibility;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.instances.region.RegionChoice;
import org.labjanitor.instances.region.RegionChooser;
import org.labjanitor.instances.region.RegionalClients;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.grace.Graces;
import org.labjanitor.runtime.grace.RunGrace;
import org.labjanitor.runtime.price.OnDemandPrices;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * One run over the instances of an account: examine every Region, then go the way from verdicts to
 * outcomes, as far as the mode and the picture allow, and say so in a result.
 */
public final class InstanceSweep {
    private static final String SWEEP = "instances";

    private final AwsClients clients;
    private final AccountGuard account;
    private final InForce inForce;
    private final RegionalClients regional;
    private final Graces graces;
    private final LabTags tags;
    private final InstancePrices prices;
    private final InstantSource clock;
    private final Pause pause;
    private final SweepListener listener;

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
        this.inForce = new InForce(settings);
        this.regional = new RegionalClients(clients);
        this.graces = new Graces(clients, settings, clock, pause);
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
        Beginning beginning = begin(request, runId);
        // Before anything is listed: what the ledger learns later is not missing in the list.
        RunGrace grace = graces.of(beginning.run(), request.graced(), beginning.choice().regions());
        RegionSweeps regions = sweeps(beginning.choice(), request, time);
        Survey survey = Survey.of(regions.examine());
        String stopped = request.isSweep() ? implausible(survey, request).orElse(null) : null;
        Candidates candidates = new Candidates(tags, prices, request.action());
        RunCourse course = course(request, regions, grace, candidates);
        RunEnd end = stopped == null ? course.go(survey) : course.stop(survey);
        List<ResultItem> items = new ItemWriter(request, candidates, end, stopped).items();
        boolean continues = survey.outOfTime() || regions.ranOutOfTime() || end.ranOutOfTime();
        return new RunResult(
                SWEEP,
                runId,
                request.mode(),
                beginning.run().account(),
                beginning.at(),
                clock.instant(),
                inForce.of(request, beginning.choice().regions()),
                survey.examined(),
                items,
                notExamined(request, beginning.choice(), survey, end),
                stopped,
                continues,
                clients.calls().since(beginning.callsBefore()),
                grace.correspondence());
    }

    /** What is known of a run before it looks at anything. */
    private record Beginning(
            Instant at, Map<String, Long> callsBefore, RunContext run, RegionChoice choice) {}

    private Beginning begin(InstancesRequest request, String runId) {
        Instant at = clock.instant();
        Map<String, Long> callsBefore = clients.calls().snapshot();
        String accountId = account.check();
        return new Beginning(
                at,
                callsBefore,
                new RunContext(SWEEP, runId, request.mode(), accountId),
                new RegionChooser(regional.home()).choose(request.regions()));
    }

    private RegionSweeps sweeps(RegionChoice choice, InstancesRequest request, TimeBudget time) {
        return new RegionSweeps(
                choice.regions().stream()
                        .map(region ->
                                new RegionSweep(
                                        regional.in(region),
                                        request,
                                        tags,
                                        clock,
                                        pause,
                                        time,
                                        listener))
                        .toList());
    }

    private RunCourse course(
            InstancesRequest request, RegionSweeps regions, RunGrace grace, Candidates candidates) {
        return new RunCourse(
                request,
                regions,
                grace,
                candidates,
                new RemovalOrder(prices),
                new OwnerTags(tags, request.action()));
    }

    private static List<NotExamined> notExamined(
            InstancesRequest request, RegionChoice choice, Survey survey, RunEnd end) {
        List<NotExamined> all = new ArrayList<>(choice.notExamined());
        all.addAll(survey.notExamined());
        all.addAll(notFound(request, survey));
        all.addAll(end.gaps());
        return all;
    }

    private static List<NotExamined> notFound(InstancesRequest request, Survey survey) {
        Set<String> missing = new HashSet<>(request.only());
        missing.addAll(request.named());
        survey.judged().forEach(judged -> missing.remove(judged.id()));
        return missing.stream()
                .sorted()
                .map(id -> new NotExamined(id, notFound(survey.examined(), request)))
                .toList();
    }

    private static String notFound(List<String> regions, InstancesRequest request) {
        String what = request.explain() ? "instance" : "lab instance";
        return regions.isEmpty()
                ? "no Region could be read"
                : "there is no such " + what + " in " + String.join(", ", regions);
    }

    private static Optional<String> implausible(Survey survey, InstancesRequest request) {
        return switch (survey.plausibility(request)) {
            case Plausibility.Plausible _ -> Optional.empty();
            case Plausibility.Implausible(String sentence) -> Optional.of(sentence);
        };
    }
}
