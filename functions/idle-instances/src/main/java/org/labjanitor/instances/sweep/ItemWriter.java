package org.labjanitor.instances.sweep;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.removal.Removal;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.settings.Mode;

/** Turns what a run saw, planned and did into the items of its result. */
final class ItemWriter {
    private final InstancesRequest request;
    private final LabTags tags;
    private final InstancePrices prices;
    private final RemovalPlan plan;
    private final Map<String, List<Leftover>> leftovers;
    private final Map<String, Settled> settled;
    private final @Nullable String stopped;
    private final Set<String> picked = new HashSet<>();

    ItemWriter(
            InstancesRequest request,
            LabTags tags,
            InstancePrices prices,
            RemovalPlan plan,
            Map<String, List<Leftover>> leftovers,
            Map<String, Settled> settled,
            @Nullable String stopped) {
        this.request = request;
        this.tags = tags;
        this.prices = prices;
        this.plan = plan;
        this.leftovers = leftovers;
        this.settled = settled;
        this.stopped = stopped;
        plan.picks().forEach(pick -> picked.add(pick.id()));
    }

    static boolean ranOutOfTime(Collection<Settled> settled) {
        return settled.stream().flatMap(one -> one.removal().stream()).anyMatch(Removal::outOfTime);
    }

    static String text(Budget budget) {
        return "%d instances or %d %% of the lab's, whichever is less"
                .formatted(budget.count(), budget.percent());
    }

    List<ResultItem> items(List<Judged> judged) {
        return judged.stream().map(this::item).toList();
    }

    private ResultItem item(Judged judged) {
        Settled end = settled.get(judged.id());
        if (end != null) {
            return end.removal()
                    .map(removal -> tried(end.judged(), removal))
                    .orElseGet(() -> spared(end.judged()));
        }
        Judged newest = plan.protectedOnes().getOrDefault(judged.id(), judged);
        if (!newest.removable()) {
            return item(newest, Action.NONE, null, "");
        }
        return picked.contains(newest.id())
                ? item(newest, request.action().planned(), null, "")
                : passedOver(newest);
    }

    private ResultItem tried(Judged judged, Removal removal) {
        Action action =
                switch (removal.outcome()) {
                    case REMOVED, EMPTIED, UNFINISHED, STILL_THERE, REFUSED ->
                            request.action().taken();
                    case GONE_ALREADY, NOT_REACHED -> Action.NONE;
                };
        return item(judged, action, removal.outcome(), removal.detail());
    }

    private ResultItem spared(Judged judged) {
        return item(judged, Action.NONE, null, "spared: a new look right before removal kept it");
    }

    private ResultItem passedOver(Judged judged) {
        String why =
                stopped == null
                        ? "over this run's budget of "
                                + text(request.budget())
                                + "; its protection is read when its turn comes"
                        : stopped;
        return item(
                judged,
                Action.NONE,
                request.mode() == Mode.CLEAN ? Outcome.NOT_REACHED : null,
                why);
    }

    private ResultItem item(
            Judged judged, Action action, @Nullable Outcome outcome, String detail) {
        Instance instance = judged.instance().instance();
        return new ResultItem(
                new Resource(
                        instance.id(),
                        instance.name().orElse(null),
                        instance.region(),
                        instance.zone(),
                        instance.type(),
                        tags.owner(instance.tags()).orElse(null)),
                judged.verdict(),
                action,
                outcome,
                detail,
                prices.of(instance),
                leftovers.getOrDefault(instance.id(), List.of()));
    }
}
