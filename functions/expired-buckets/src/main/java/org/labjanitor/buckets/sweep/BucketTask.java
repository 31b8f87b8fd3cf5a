package org.labjanitor.buckets.sweep;

import java.time.Duration;
import java.util.Optional;
import org.labjanitor.buckets.emptying.DeletionBudget;
import org.labjanitor.buckets.emptying.EmptyingOrder;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.inventory.BucketList;
import org.labjanitor.buckets.inventory.ListedBucket;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.buckets.removal.BucketRemoval;
import org.labjanitor.buckets.removal.BucketRemover;
import org.labjanitor.buckets.removal.PreFlight;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.time.TimeBudget;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks at a picked bucket again, and removes it where its new verdict still lets it go. */
final class BucketTask {
    private static final Duration TIME_TO_BEGIN = Duration.ofSeconds(30);

    private final String account;
    private final BucketList list;
    private final Judging judging;
    private final PreFlight preFlight;
    private final BucketRemover remover;
    private final AfterEmptying after;
    private final DeletionBudget budget;
    private final TimeBudget time;
    private final StopSignal stop;
    private final BucketSweepListener listener;

    BucketTask(
            String account,
            BucketList list,
            Judging judging,
            PreFlight preFlight,
            BucketRemover remover,
            AfterEmptying after,
            DeletionBudget budget,
            TimeBudget time,
            StopSignal stop,
            BucketSweepListener listener) {
        this.account = account;
        this.list = list;
        this.judging = judging;
        this.preFlight = preFlight;
        this.remover = remover;
        this.after = after;
        this.budget = budget;
        this.time = time;
        this.stop = stop;
        this.listener = listener;
    }

    Settled settle(JudgedBucket pick) {
        if (stop.isGiven()) {
            return new Settled(pick, BucketRemoval.stopped());
        }
        if (!time.hasLeft(TIME_TO_BEGIN)) {
            return new Settled(pick, BucketRemoval.forWantOfTime());
        }
        listener.removing(pick.name());
        Settled settled = lookAndRemove(pick);
        listener.settled(pick.name());
        return settled;
    }

    private Settled lookAndRemove(JudgedBucket pick) {
        Optional<ListedBucket> listed;
        try {
            listed = list.named(pick.name());
        } catch (SdkException e) {
            return new Settled(
                    pick,
                    new BucketRemoval(
                            Outcome.REFUSED,
                            "it stays, since it could not be looked at again: "
                                    + AwsFailure.of(list.call(), e).message(),
                            null));
        }
        return listed.map(this::removeIfStillRemovable)
                .orElseGet(() -> new Settled(pick, BucketRemoval.goneAlready()));
    }

    private Settled removeIfStillRemovable(ListedBucket listed) {
        JudgedBucket fresh = judging.judge(listed);
        if (!fresh.removable()) {
            return kept(fresh);
        }
        PreFlight.Picture picture = preFlight.look(listed.name(), account);
        JudgedBucket looked = FindingVerdict.of(fresh, picture.findings());
        if (!looked.removable()) {
            return kept(looked);
        }
        EmptyingOrder order =
                new EmptyingOrder(listed.name(), picture.region(), account, picture.versioned());
        return new Settled(looked, remover.remove(order, after, budget, time, stop, listener));
    }

    private static Settled kept(JudgedBucket judged) {
        return judged.gone()
                ? new Settled(judged, BucketRemoval.goneAlready())
                : Settled.spared(judged);
    }
}
