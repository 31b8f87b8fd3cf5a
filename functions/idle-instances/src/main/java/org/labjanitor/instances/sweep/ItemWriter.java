package org.labjanitor.instances.sweep;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.removal.Removal;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.runtime.settings.Mode;

/** Turns what a run saw, planned and did into the items of its result. */
final class ItemWriter {
    private final InstancesRequest request;
    private final Candidates candidates;
    private final RunEnd end;
    private final @Nullable String stopped;
    private final Set<String> picked = new HashSet<>();
    private final Map<String, Judged> checked = new HashMap<>();

    /**
     * A writer for one run.
     *
     * @param stopped why the run went no step; null where it was not stopped
     */
    ItemWriter(
            InstancesRequest request, Candidates candidates, RunEnd end, @Nullable String stopped) {
        this.request = request;
        this.candidates = candidates;
        this.end = end;
        this.stopped = stopped;
        for (Judged pick : end.plan().picks()) {
            picked.add(pick.id());
            checked.put(pick.id(), pick);
        }
        end.plan().protectedOnes().forEach(one -> checked.put(one.id(), one));
    }

    static String text(Budget budget) {
        return "%d instances or %d %% of the lab's, whichever is less"
                .formatted(budget.count(), budget.percent());
    }

    List<ResultItem> items() {
        return end.judged().stream().map(this::item).toList();
    }

    private ResultItem item(Judged judged) {
        Settled settled = end.settled().get(judged.id());
        if (settled != null) {
            return settled.removal()
                    .map(removal -> tried(settled.judged(), removal))
                    .orElseGet(() -> item(settled.judged(), Action.NONE, null, RunCourse.SPARED));
        }
        Judged newest = checked.getOrDefault(judged.id(), judged);
        if (!newest.removable()) {
            return item(newest, Action.NONE, null, end.stages().why(newest.id()));
        }
        return picked.contains(newest.id())
                ? item(newest, request.action().planned(), null, end.stages().why(newest.id()))
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

    private ResultItem passedOver(Judged judged) {
        boolean waits = stopped == null && isWarned(judged) && !isDue(judged);
        return item(
                judged,
                Action.NONE,
                waits || request.mode() == Mode.REPORT ? null : Outcome.NOT_REACHED,
                whyNot(judged));
    }

    private String whyNot(Judged judged) {
        if (stopped != null) {
            return stopped;
        }
        String why = end.stages().why(judged.id());
        return !why.isEmpty() && request.mode() != Mode.REPORT
                ? why
                : "over this run's budget of "
                        + text(request.budget())
                        + "; its protection is read when its turn comes";
    }

    private boolean isWarned(Judged judged) {
        return end.stages().warning(judged.id()).isPresent();
    }

    private boolean isDue(Judged judged) {
        return end.stages().isDue(judged.id());
    }

    private ResultItem item(
            Judged judged, Action action, @Nullable Outcome outcome, String detail) {
        Candidate candidate = candidates.of(judged);
        ResultItem item =
                new ResultItem(
                        candidate.resource(),
                        candidate.verdict(),
                        action,
                        outcome,
                        detail,
                        candidate.cost(),
                        end.leftovers().getOrDefault(candidate.id(), List.of()));
        ResultItem drawn = judged.cpu() == null ? item : item.with(judged.cpu());
        ResultItem seen = drawn.with(candidates.sight(judged));
        return standingNotice(judged).map(seen::with).orElse(seen);
    }

    /** A notice of something that stays after all stands no longer. */
    private Optional<Warning> standingNotice(Judged judged) {
        return judged.verdict() instanceof Keep
                ? Optional.empty()
                : end.stages().warning(judged.id());
    }
}
