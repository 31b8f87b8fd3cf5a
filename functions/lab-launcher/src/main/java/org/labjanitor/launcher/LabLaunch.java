package org.labjanitor.launcher;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labjanitor.core.launch.LabOrder;
import org.labjanitor.core.launch.LabPlan;
import org.labjanitor.core.launch.LaunchLimits;
import org.labjanitor.core.launch.Planner;
import org.labjanitor.core.launch.Planning;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.launcher.look.BucketLookout;
import org.labjanitor.launcher.look.LabLookout;
import org.labjanitor.launcher.look.Sighting;
import org.labjanitor.launcher.preflight.PreFlight;
import org.labjanitor.launcher.progress.LaunchListener;
import org.labjanitor.launcher.region.LabClients;
import org.labjanitor.launcher.request.LaunchMode;
import org.labjanitor.launcher.request.LaunchRequest;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.OnDemandPrices;
import org.labjanitor.runtime.settings.LaunchSettings;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * The way of a launch: account, plan, what is there, pre-flight, and only then the first change.
 * What is there decides what is missing; so a launch that comes again changes nothing more, and one
 * that died is finished by the next.
 */
final class LabLaunch {
    private final AwsClients aws;
    private final LabClients clients;
    private final AccountGuard guard;
    private final Settings settings;
    private final LaunchSettings limits;
    private final OnDemandPrices prices;
    private final InstantSource clock;
    private final Pause pause;
    private final LaunchListener listener;

    LabLaunch(
            AwsClients aws,
            Settings settings,
            LaunchSettings limits,
            OnDemandPrices prices,
            InstantSource clock,
            Pause pause,
            LaunchListener listener) {
        this.aws = aws;
        this.clients = new LabClients(aws);
        this.guard = new AccountGuard(aws.sts(), settings.accountId());
        this.settings = settings;
        this.limits = limits;
        this.prices = prices;
        this.clock = clock;
        this.pause = pause;
        this.listener = listener;
    }

    /**
     * Launches, or reports what a launch would do.
     *
     * @throws org.labjanitor.runtime.account.WrongAccountException if the credentials belong to
     *     another account than the configured one
     * @throws org.labjanitor.runtime.aws.AwsFailedException if nobody says what is there already
     */
    LaunchResult run(LaunchRequest request, String runId, TimeBudget time) {
        Begun begun = new Begun(runId, clock.instant(), aws.calls().snapshot());
        String account = guard.check();
        listener.doing("looking at what is there");
        Ground ground = survey(request.order(), account, begun.at());
        listener.doing("checking the plan");
        PreFlight.Findings findings =
                new PreFlight(clients).check(ground.plan(), ground.sighting());
        List<String> faults = new ArrayList<>(ground.faults());
        faults.addAll(findings.faults());
        PieceBook book = new PieceBook(ground.plan(), ground.sighting(), findings.files());
        if (request.mode() == LaunchMode.LAUNCH && faults.isEmpty()) {
            construction(ground, account, time)
                    .build(ground.plan(), ground.sighting(), findings, book, request.waits());
        }
        return result(begun, request.mode(), account, ground, book, faults);
    }

    private Construction construction(Ground ground, String account, TimeBudget time) {
        return new Construction(
                clients, ground.lookout(), ground.buckets(), account, pause, time, listener);
    }

    /**
     * How a launch began.
     *
     * @param calls those of earlier launches of the same function
     */
    private record Begun(String runId, Instant at, Map<String, Long> calls) {}

    private LaunchResult result(
            Begun begun,
            LaunchMode mode,
            String account,
            Ground ground,
            PieceBook book,
            List<String> faults) {
        LabOrder order = ground.plan().order();
        return new LaunchResult(
                begun.runId(),
                mode,
                account,
                begun.at(),
                clock.instant(),
                order.name(),
                order.region(),
                order.term().end(),
                ground.endKept(),
                book.pieces(),
                ground.plan().estimate(),
                isListed(order),
                prices.source(),
                faults,
                aws.calls().since(begun.calls()));
    }

    /**
     * What a launch stands on.
     *
     * @param faults what is wrong with the plan itself
     * @param endKept whether the end is that of the lab that is there
     */
    private record Ground(
            LabPlan plan,
            List<String> faults,
            Sighting sighting,
            boolean endKept,
            LabLookout lookout,
            BucketLookout buckets) {}

    private Ground survey(LabOrder order, String account, Instant now) {
        LabTags tags = new LabTags(settings.labTag());
        Planner planner = planner(tags, account);
        Planning first = planner.plan(order, now);
        BucketLookout buckets = new BucketLookout(clients, tags, account);
        LabLookout lookout = new LabLookout(clients, tags, buckets);
        Sighting sighting = lookout.look(first.plan());
        Optional<Instant> end = sighting.end();
        if (end.isEmpty()) {
            return new Ground(first.plan(), first.faults(), sighting, false, lookout, buckets);
        }
        Planning kept = planner.plan(order.with(order.term().keeping(end.get())), now);
        List<String> faults = new ArrayList<>(kept.faults());
        if (!end.get().isAfter(now)) {
            faults.add(
                    "lab %s ended at %s and waits for its removal; give the new one another name, or extend the old one"
                            .formatted(order.name(), end.get()));
        }
        overflow(kept.plan(), sighting).ifPresent(faults::add);
        boolean differs = !end.get().equals(order.term().end());
        return new Ground(kept.plan(), faults, sighting, differs, lookout, buckets);
    }

    /** A lab does not grow beyond its limit by being launched with another document. */
    private Optional<String> overflow(LabPlan plan, Sighting sighting) {
        int others = sighting.beyond(plan).values().stream().mapToInt(List::size).sum();
        int planned =
                plan.instances().stream().mapToInt(piece -> piece.order().count().most()).sum();
        return others == 0 || others + planned <= limits.mostInstances()
                ? Optional.empty()
                : Optional.of(
                        "the lab has %d instances that are not in the document, and %d with those that are; at most %d are allowed (JANITOR_LAUNCH_COUNT)"
                                .formatted(others, others + planned, limits.mostInstances()));
    }

    private Planner planner(LabTags tags, String account) {
        return new Planner(
                tags,
                new LaunchLimits(
                        limits.mostInstances(),
                        limits.types(),
                        BigDecimal.valueOf(limits.mostDollars()),
                        settings.buckets().prefix()),
                this::dollarsAMonth,
                account);
    }

    private Optional<BigDecimal> dollarsAMonth(String type) {
        return prices.monthly(type, OnDemandPrices.REGION, true)
                        instanceof MonthlyCost.Priced(BigDecimal dollars, boolean _)
                ? Optional.of(dollars)
                : Optional.empty();
    }

    private static boolean isListed(LabOrder order) {
        return order.region().equals(OnDemandPrices.REGION)
                && order.instances().stream().noneMatch(instance -> instance.spot());
    }
}
