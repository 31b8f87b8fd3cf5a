package org.labjanitor.buckets.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.buckets.removal.BucketRemoval;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.core.bucket.LabBucket;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Deletions;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.settings.Mode;

/** Turns what a run saw, planned and did into the items of its result. */
final class ItemWriter {
    private final BucketsRequest request;
    private final LabTags tags;
    private final RemovalPlan plan;
    private final Map<String, Storage> storages;
    private final Map<String, Settled> settled;
    private final @Nullable String stopped;
    private final Set<String> picked = new HashSet<>();

    ItemWriter(
            BucketsRequest request,
            LabTags tags,
            RemovalPlan plan,
            Map<String, Storage> storages,
            Map<String, Settled> settled,
            @Nullable String stopped) {
        this.request = request;
        this.tags = tags;
        this.plan = plan;
        this.storages = storages;
        this.settled = settled;
        this.stopped = stopped;
        plan.picks().forEach(pick -> picked.add(pick.name()));
    }

    List<ResultItem> items(List<JudgedBucket> judged) {
        return judged.stream().map(this::item).toList();
    }

    private ResultItem item(JudgedBucket judged) {
        Settled end = settled.get(judged.name());
        if (end != null) {
            return end.removal()
                    .map(removal -> tried(end.judged(), removal))
                    .orElseGet(() -> spared(end.judged()));
        }
        JudgedBucket newest = plan.keptOnes().getOrDefault(judged.name(), judged);
        if (newest.gone()) {
            return item(newest, Action.NONE, Outcome.GONE_ALREADY, "", null);
        }
        if (!newest.removable()) {
            return item(newest, Action.NONE, null, "", null);
        }
        return picked.contains(newest.name())
                ? item(newest, planned(), null, "", null)
                : passedOver(newest);
    }

    private Action planned() {
        return request.after() == AfterEmptying.DELETE ? Action.WOULD_DELETE : Action.WOULD_EMPTY;
    }

    private Action taken() {
        return request.after() == AfterEmptying.DELETE ? Action.DELETE : Action.EMPTY;
    }

    private ResultItem tried(JudgedBucket judged, BucketRemoval removal) {
        Action action =
                switch (removal.outcome()) {
                    case REMOVED, EMPTIED, UNFINISHED, STILL_THERE, REFUSED -> taken();
                    case GONE_ALREADY, NOT_REACHED -> Action.NONE;
                };
        return item(
                judged,
                action,
                removal.outcome(),
                removal.detail(),
                removal.emptying() == null ? null : removal.emptying().deletions());
    }

    private ResultItem spared(JudgedBucket judged) {
        return item(
                judged, Action.NONE, null, "spared: a new look right before removal kept it", null);
    }

    private ResultItem passedOver(JudgedBucket judged) {
        return item(
                judged,
                Action.NONE,
                request.mode() == Mode.CLEAN ? Outcome.NOT_REACHED : null,
                whyPassedOver(),
                null);
    }

    private String whyPassedOver() {
        if (stopped != null) {
            return stopped;
        }
        return plan.outOfTime()
                ? "time ran out before what protects it was read; the next run goes on"
                : "over this run's budget of "
                        + request.budget().text()
                        + "; what protects it is read when its turn comes";
    }

    private ResultItem item(
            JudgedBucket judged,
            Action action,
            @Nullable Outcome outcome,
            String detail,
            @Nullable Deletions deletions) {
        LabBucket bucket = judged.bucket();
        Storage storage = storages.getOrDefault(bucket.name(), Storage.notAsked());
        return new ResultItem(
                new Resource(
                        bucket.name(),
                        null,
                        bucket.region(),
                        null,
                        "bucket",
                        tags.owner(bucket.tags()).orElse(null)),
                withFacts(judged.verdict(), storage.facts()),
                action,
                outcome,
                detail,
                storage.cost(),
                List.of(),
                storage.contents(),
                deletions);
    }

    /** What to know about the saving stands beside the reason to go. */
    private static Verdict withFacts(Verdict verdict, List<Fact> more) {
        if (!(verdict instanceof Removable removable)) {
            return verdict;
        }
        List<Fact> facts = new ArrayList<>(removable.explanation().facts());
        facts.addAll(more);
        return new Removable(
                removable.reason(), new Explanation(removable.explanation().sentence(), facts));
    }
}
