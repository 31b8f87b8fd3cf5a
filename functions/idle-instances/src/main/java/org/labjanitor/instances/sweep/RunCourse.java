package org.labjanitor.instances.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.removal.Removal;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.runtime.grace.RunGrace;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.settings.Mode;

/**
 * The way of one run from its verdicts to their outcomes: warn, wait, claim, look again, remove,
 * tell. A report goes the same way and writes nothing.
 */
final class RunCourse {
    static final String SPARED = "spared: a new look right before removal kept it";

    private static final Removal NOT_OURS =
            new Removal(
                    Outcome.NOT_REACHED,
                    "not claimed: another run removes it, or the ledger could not be written");

    private final InstancesRequest request;
    private final RegionSweeps regions;
    private final RunGrace grace;
    private final Candidates candidates;
    private final RemovalOrder order;
    private final OwnerTags ownerTags;
    private final List<NotExamined> gaps = new ArrayList<>();

    RunCourse(
            InstancesRequest request,
            RegionSweeps regions,
            RunGrace grace,
            Candidates candidates,
            RemovalOrder order,
            OwnerTags ownerTags) {
        this.request = request;
        this.regions = regions;
        this.grace = grace;
        this.candidates = candidates;
        this.order = order;
        this.ownerTags = ownerTags;
    }

    /** Goes the way on a picture that can be true. */
    RunEnd go(Survey survey) {
        Stages stages = look(survey.judged());
        List<Judged> judged = survey.judged();
        if (request.mode() != Mode.REPORT) {
            judged = withProtection(judged, stages);
            stages = warn(judged, survey);
        }
        RemovalPlan plan = plan(judged, stages, survey);
        Map<String, List<Leftover>> leftovers = regions.leftovers(plan.picks(), gaps);
        Map<String, Settled> settled = request.mode() == Mode.CLEAN ? remove(plan) : Map.of();
        return new RunEnd(judged, stages, plan, leftovers, settled, gaps());
    }

    /** Goes no step on a picture that cannot be true: nobody is warned, nothing goes. */
    RunEnd stop(Survey survey) {
        return new RunEnd(
                survey.judged(),
                look(survey.judged()),
                new RemovalPlan(List.of(), List.of()),
                Map.of(),
                Map.of(),
                gaps());
    }

    private Stages look(List<Judged> judged) {
        return new Stages(grace.look(candidates.of(judged)));
    }

    /** Nobody is warned of the end of something that its own protection keeps. */
    private List<Judged> withProtection(List<Judged> judged, Stages stages) {
        List<Judged> unwarned = judged.stream().filter(one -> stages.isUnwarned(one.id())).toList();
        Map<String, Judged> checked = byId(regions.withProtection(unwarned));
        return judged.stream().map(one -> checked.getOrDefault(one.id(), one)).toList();
    }

    private Stages warn(List<Judged> judged, Survey survey) {
        Set<String> wholeRegions =
                request.only().isEmpty() && request.isSweep()
                        ? Set.copyOf(survey.examined())
                        : Set.of();
        Stages stages = new Stages(grace.warn(candidates.of(judged), wholeRegions));
        if (request.graced()) {
            gaps.addAll(regions.tag(judged, part -> ownerTags.after(part, stages)));
        }
        return stages;
    }

    private RemovalPlan plan(List<Judged> judged, Stages stages, Survey survey) {
        int allowance = request.budget().allowance(survey.labInstances(request));
        return switch (request.mode()) {
            case REPORT ->
                    RemovalPlan.of(
                            removable(judged, stages, _ -> true),
                            allowance,
                            regions::withProtection);
            case WARN ->
                    new RemovalPlan(
                            removable(judged, stages, id -> !stages.isUnwarned(id)), List.of());
            case CLEAN ->
                    RemovalPlan.of(
                            removable(judged, stages, stages::isDue),
                            allowance,
                            regions::withProtection);
        };
    }

    private List<Judged> removable(
            List<Judged> judged, Stages stages, Predicate<String> condition) {
        return judged.stream()
                .filter(one -> one.removable() && condition.test(one.id()))
                .sorted(order.comparator(stages))
                .toList();
    }

    private Map<String, Settled> remove(RemovalPlan plan) {
        Set<String> claimed = claim(plan);
        Map<String, Settled> settled = new HashMap<>();
        for (Judged pick : plan.picks()) {
            settled.put(pick.id(), new Settled(pick, NOT_OURS));
        }
        List<Settled> ends = regions.remove(ours(plan.picks(), claimed));
        ends.forEach(end -> settled.put(end.judged().id(), end));
        List<Judged> spared = new ArrayList<>(ours(plan.protectedOnes(), claimed));
        ends.stream().filter(Settled::isSpared).map(Settled::judged).forEach(spared::add);
        spare(spared);
        settle(ends);
        return settled;
    }

    /** What turned out to be protected is claimed as well: only so can its notice be taken back. */
    private Set<String> claim(RemovalPlan plan) {
        List<Judged> due = new ArrayList<>(plan.picks());
        due.addAll(plan.protectedOnes());
        return due.isEmpty() ? Set.of() : grace.claim(candidates.of(due));
    }

    private static List<Judged> ours(List<Judged> due, Set<String> claimed) {
        return due.stream().filter(one -> claimed.contains(one.id())).toList();
    }

    private void spare(List<Judged> spared) {
        if (spared.isEmpty()) {
            return;
        }
        grace.spare(candidates.of(spared));
        if (request.graced()) {
            gaps.addAll(regions.tag(spared, ownerTags::spared));
        }
    }

    private void settle(List<Settled> ends) {
        List<Ended> ended = new ArrayList<>();
        for (Settled end : ends) {
            end.removal()
                    .ifPresent(removal ->
                            ended.add(
                                    new Ended(
                                            candidates.of(end.judged()),
                                            removal.outcome(),
                                            removal.detail())));
        }
        if (!ended.isEmpty()) {
            grace.settle(ended);
        }
    }

    private List<NotExamined> gaps() {
        List<NotExamined> all = new ArrayList<>(gaps);
        all.addAll(grace.gaps());
        return all;
    }

    private static Map<String, Judged> byId(List<Judged> judged) {
        return judged.stream().collect(Collectors.toMap(Judged::id, Function.identity()));
    }
}
