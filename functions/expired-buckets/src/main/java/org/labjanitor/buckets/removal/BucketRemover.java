package org.labjanitor.buckets.removal;

import java.time.Duration;
import java.time.InstantSource;
import org.labjanitor.buckets.emptying.BucketEmptier;
import org.labjanitor.buckets.emptying.DeletionBudget;
import org.labjanitor.buckets.emptying.EmptyingEnd;
import org.labjanitor.buckets.emptying.EmptyingListener;
import org.labjanitor.buckets.emptying.EmptyingOrder;
import org.labjanitor.buckets.emptying.EmptyingResult;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * Empties a bucket that nothing speaks against, deletes it where asked to, and looks again. A
 * bucket that was written to between its emptying and its deletion is emptied again, a few times.
 */
public final class BucketRemover {
    private static final int EMPTYINGS = 3;
    private static final Duration TIME_TO_DELETE = Duration.ofSeconds(15);

    private final RegionalClients clients;
    private final BucketEmptier emptier;
    private final Pause pause;

    public BucketRemover(
            AwsClients clients, BucketEmptier emptier, InstantSource clock, Pause pause) {
        this(new RegionalClients(clients), emptier, pause);
    }

    public BucketRemover(RegionalClients clients, BucketEmptier emptier, Pause pause) {
        this.clients = clients;
        this.emptier = emptier;
        this.pause = pause;
    }

    /** Removes the bucket as far as budget, time and S3 allow; never throws for what S3 says. */
    public BucketRemoval remove(
            EmptyingOrder order,
            AfterEmptying after,
            DeletionBudget budget,
            TimeBudget time,
            StopSignal stop,
            EmptyingListener listener) {
        BucketEnd bucket = new BucketEnd(clients, order, pause);
        EmptyingSum sum = new EmptyingSum();
        for (int round = 0; round < EMPTYINGS; round++) {
            sum.add(emptier.empty(order, budget, time, stop, listener));
            EmptyingEnd end = sum.result().end();
            if (end == EmptyingEnd.GONE) {
                return gone(bucket, sum);
            }
            if (end != EmptyingEnd.EMPTY) {
                return notEmptied(sum);
            }
            if (after == AfterEmptying.KEEP) {
                return kept(bucket, sum);
            }
            if (!time.hasLeft(TIME_TO_DELETE)) {
                return outOfTime(sum);
            }
            BucketEnd.Answer answer = bucket.delete();
            if (answer.kind() != BucketEnd.Kind.NOT_EMPTY) {
                return deleted(bucket, answer, sum);
            }
        }
        return new BucketRemoval(
                Outcome.UNFINISHED,
                "it was written to each time between its emptying and its deletion; whoever writes has to stop first",
                sum.endedBy(EmptyingEnd.STILL_WRITTEN_TO, ""));
    }

    private static BucketRemoval gone(BucketEnd bucket, EmptyingSum sum) {
        if (!sum.deletedAnything()) {
            return new BucketRemoval(Outcome.GONE_ALREADY, "", sum.result());
        }
        return observed(bucket.look(), sum);
    }

    private static BucketRemoval kept(BucketEnd bucket, EmptyingSum sum) {
        BucketEnd.Answer seen = bucket.seenEmpty();
        return switch (seen.kind()) {
            case DONE -> new BucketRemoval(Outcome.EMPTIED, "", sum.result());
            case NOT_EMPTY ->
                    new BucketRemoval(
                            Outcome.UNFINISHED,
                            "a look afterwards found something in it again; whoever writes has to stop first",
                            sum.endedBy(EmptyingEnd.STILL_WRITTEN_TO, ""));
            case REFUSED ->
                    new BucketRemoval(
                            Outcome.STILL_THERE,
                            "no look afterwards showed it to be empty: " + seen.detail(),
                            sum.result());
        };
    }

    private static BucketRemoval outOfTime(EmptyingSum sum) {
        return new BucketRemoval(
                Outcome.UNFINISHED,
                "it is empty, but time ran out before it was deleted; the next run goes on",
                sum.endedBy(EmptyingEnd.OUT_OF_TIME, ""));
    }

    private static BucketRemoval deleted(
            BucketEnd bucket, BucketEnd.Answer answer, EmptyingSum sum) {
        return switch (answer.kind()) {
            case DONE -> observed(bucket.look(), sum);
            case REFUSED, NOT_EMPTY ->
                    new BucketRemoval(
                            Outcome.REFUSED,
                            "it was emptied, but not deleted: " + answer.detail(),
                            sum.result());
        };
    }

    private static BucketRemoval observed(BucketEnd.Answer look, EmptyingSum sum) {
        return look.kind() == BucketEnd.Kind.DONE
                ? new BucketRemoval(Outcome.REMOVED, look.detail(), sum.result())
                : new BucketRemoval(Outcome.STILL_THERE, look.detail(), sum.result());
    }

    private static BucketRemoval notEmptied(EmptyingSum sum) {
        EmptyingResult result = sum.result();
        return switch (result.end()) {
            case OUT_OF_TIME -> interrupted(sum, "time ran out; the next run goes on");
            case OVER_BUDGET ->
                    interrupted(
                            sum,
                            "this run's budget of keys and bytes is used up; the next run goes on");
            case STOPPED -> interrupted(sum, "the run was stopped");
            case STILL_WRITTEN_TO ->
                    interrupted(
                            sum,
                            "it fills as fast as it is emptied; whoever writes has to stop first");
            case NO_PROGRESS, FAILED ->
                    new BucketRemoval(Outcome.REFUSED, RefusalWords.of(result), result);
            case EMPTY, GONE ->
                    throw new IllegalStateException("this end is no failure: " + result.end());
        };
    }

    private static BucketRemoval interrupted(EmptyingSum sum, String why) {
        EmptyingResult result = sum.result();
        String more = RefusalWords.of(result);
        return new BucketRemoval(
                sum.deletedAnything() ? Outcome.UNFINISHED : Outcome.NOT_REACHED,
                more.isEmpty() ? why : why + " (" + more + ")",
                result);
    }
}
