package org.labjanitor.buckets.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.removal.BucketRemoval;
import org.labjanitor.buckets.request.BucketsRequest;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.grace.Stage;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Deletions;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.runtime.settings.Mode;

/** Turns what a run saw, planned and did into the items of its result. */
final class ItemWriter {
    private static final String OUT_OF_TIME =
            "time ran out before what protects it was read; the next run goes on";
    private static final String NOT_CLAIMED =
            "not claimed: another run removes it, or the ledger could not be written";
    private static final String SPARED = "spared: a new look right before removal kept it";

    private final BucketsRequest request;
    private final Candidates candidates;
    private final Protections protections;
    private final Selection selection;
    private final Map<String, Settled> settled;
    private final @Nullable String stopped;
    private final Set<String> picked = new HashSet<>();

    ItemWriter(
            BucketsRequest request,
            Candidates candidates,
            Protections protections,
            Selection selection,
            Map<String, Settled> settled,
            @Nullable String stopped) {
        this.request = request;
        this.candidates = candidates;
        this.protections = protections;
        this.selection = selection;
        this.settled = settled;
        this.stopped = stopped;
        selection.picks().forEach(pick -> picked.add(pick.name()));
    }

    List<ResultItem> items(List<JudgedBucket> judged) {
        return judged.stream().map(this::item).toList();
    }

    private ResultItem item(JudgedBucket judged) {
        Settled end = settled.get(judged.name());
        if (end != null) {
            return end.removal()
                    .map(removal -> warned(tried(end.judged(), removal)))
                    .orElseGet(() -> spared(end.judged()));
        }
        JudgedBucket newest = protections.newest(judged);
        if (newest.gone()) {
            return item(newest, Action.NONE, Outcome.GONE_ALREADY, "", null);
        }
        return warned(newest.removable() ? open(newest) : kept(newest, ""));
    }

    private ResultItem tried(JudgedBucket judged, BucketRemoval removal) {
        Action action =
                switch (removal.outcome()) {
                    case REMOVED, EMPTIED, UNFINISHED, STILL_THERE, REFUSED -> candidates.taken();
                    case GONE_ALREADY, NOT_REACHED -> Action.NONE;
                };
        return item(
                judged,
                action,
                removal.outcome(),
                removal.detail(),
                removal.emptying() == null ? null : removal.emptying().deletions());
    }

    /** Only a verdict that keeps it takes its notice back; an unknown one lets it stand. */
    private ResultItem spared(JudgedBucket judged) {
        ResultItem item = kept(judged, SPARED);
        return judged.verdict() instanceof Unknown ? warned(item) : item;
    }

    private ResultItem kept(JudgedBucket judged, String detail) {
        return item(judged, Action.NONE, null, detail, null);
    }

    /** One that may go, but that this run did not try to remove. */
    private ResultItem open(JudgedBucket judged) {
        if (isPlanned(judged)) {
            return item(judged, candidates.planned(), null, whyNotYet(judged).orElse(""), null);
        }
        boolean waits = stopped == null && selection.stage(judged) instanceof Stage.Waiting;
        return item(
                judged,
                Action.NONE,
                waits || request.mode() == Mode.REPORT ? null : Outcome.NOT_REACHED,
                whyOpen(judged),
                null);
    }

    /** In mode {@code warn} whatever its owner was warned of. */
    private boolean isPlanned(JudgedBucket judged) {
        return switch (request.mode()) {
            case REPORT -> picked.contains(judged.name());
            case WARN ->
                    stopped == null
                            && (selection.stage(judged) instanceof Stage.Waiting
                                    || selection.stage(judged) instanceof Stage.Due);
            case CLEAN -> false;
        };
    }

    private String whyOpen(JudgedBucket judged) {
        if (stopped != null) {
            return stopped;
        }
        if (selection.stage(judged) instanceof Stage.Staying) {
            return OUT_OF_TIME;
        }
        Optional<String> whyNotYet = whyNotYet(judged);
        if (whyNotYet.isPresent()) {
            return whyNotYet.get();
        }
        if (picked.contains(judged.name())) {
            return NOT_CLAIMED;
        }
        return protections.outOfTime()
                ? OUT_OF_TIME
                : "over this run's budget of "
                        + request.budget().text()
                        + "; what protects it is read when its turn comes";
    }

    /** What else it waits for but its turn. */
    private Optional<String> whyNotYet(JudgedBucket judged) {
        return switch (selection.stage(judged)) {
            case Stage.Waiting(Warning _, String why) -> Optional.of(why);
            case Stage.Unwarned(String why) -> Optional.of(why);
            case Stage.Staying _, Stage.Due _, Stage.Immediate _ -> Optional.empty();
        };
    }

    private ResultItem warned(ResultItem item) {
        return switch (selection.stage(item.resource().id())) {
            case Stage.Waiting(Warning warning, String _) -> item.with(warning);
            case Stage.Due(Warning warning) -> item.with(warning);
            case Stage.Staying _, Stage.Unwarned _, Stage.Immediate _ -> item;
        };
    }

    private ResultItem item(
            JudgedBucket judged,
            Action action,
            @Nullable Outcome outcome,
            String detail,
            @Nullable Deletions deletions) {
        Storage storage = candidates.storage(judged.name());
        return new ResultItem(
                candidates.resource(judged.bucket()),
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
