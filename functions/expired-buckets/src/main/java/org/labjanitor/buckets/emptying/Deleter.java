package org.labjanitor.buckets.emptying;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.wire.BucketCalls;
import org.labjanitor.buckets.emptying.wire.CallFailedException;
import org.labjanitor.buckets.emptying.wire.KeyError;
import org.labjanitor.buckets.emptying.wire.S3Error;

/** Sends batches and sorts what S3 says of their keys. Safe for use by many threads. */
final class Deleter {
    private static final int DENIALS = 100;

    private final BucketCalls calls;
    private final Course course;
    private final Tally tally;
    private final DeletionBudget budget;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final AtomicInteger denials = new AtomicInteger();
    private volatile @Nullable CallFailedException denial;

    Deleter(BucketCalls calls, Course course, Tally tally, DeletionBudget budget) {
        this.calls = calls;
        this.course = course;
        this.tally = tally;
        this.budget = budget;
    }

    /** Sends a batch, one that is {@code alone} of one key only. */
    Settlement send(Batch batch) {
        try {
            List<KeyError> errors = List.of();
            if (batch.alone()) {
                calls.deleteOne(batch.page(), batch.entries()[0]);
            } else {
                errors = calls.delete(batch.page(), batch.entries());
            }
            failuresInARow.set(0);
            return errors.isEmpty() ? allDeleted(batch) : sort(batch, errors);
        } catch (CallFailedException e) {
            return failed(batch, e);
        }
    }

    private Settlement allDeleted(Batch batch) {
        BitSet gone = new BitSet();
        gone.set(0, batch.keys());
        count(batch, gone);
        return Settlement.delivered(batch.keys());
    }

    private Settlement failed(Batch batch, CallFailedException failure) {
        S3Error error = failure.error();
        return switch (failure.kind()) {
            case THROTTLE -> {
                tally.throttled(batch.keys());
                yield new Settlement(0, again(batch, error), true, false);
            }
            case PASSING -> unanswered(batch, failure);
            case ABSENT -> allDeleted(batch);
            case NO_BUCKET -> end(batch, failure);
            case LASTING -> lasting(batch, failure);
        };
    }

    private Settlement unanswered(Batch batch, CallFailedException failure) {
        if (failure.error().status() != 0) {
            tally.inVain(batch.keys());
        }
        int inARow = failuresInARow.incrementAndGet();
        if (batch.tries() + 1 >= Backoff.TRIES && inARow >= Backoff.TRIES) {
            return end(batch, failure); // Nothing gets through any more.
        }
        return new Settlement(0, again(batch, failure.error()), false, true);
    }

    private Settlement lasting(Batch batch, CallFailedException failure) {
        if (batch.alone() && !failure.isOfCredentials()) {
            refuse(batch, failure.error());
            return Settlement.delivered(0);
        }
        if (failure.error().code().equals("MalformedXML") && !batch.alone()) {
            // Some servers cannot read every key that XML can hold.
            return new Settlement(0, batch.oneByOne(), false, false);
        }
        if (failure.isDenied()) {
            return denied(batch, failure);
        }
        return end(batch, failure);
    }

    /** A request is denied as a whole where each of its keys is; other keys may still be free. */
    private Settlement denied(Batch batch, CallFailedException failure) {
        denial = failure;
        if (denials.incrementAndGet() >= DENIALS && tally.entriesDeleted() == 0) {
            return end(batch, failure);
        }
        refuse(batch, failure.error());
        return Settlement.delivered(0);
    }

    /** The failure behind it where nothing at all may be deleted. */
    Optional<CallFailedException> denial() {
        return tally.entriesDeleted() == 0 ? Optional.ofNullable(denial) : Optional.empty();
    }

    private Settlement end(Batch batch, CallFailedException failure) {
        course.end(failure);
        budget.giveBack(batch.keys(), batch.bytes());
        return Settlement.delivered(0);
    }

    private @Nullable Batch again(Batch batch, S3Error error) {
        int most = error.kind() == S3Error.Kind.THROTTLE ? Backoff.THROTTLED_TRIES : Backoff.TRIES;
        if (batch.tries() + 1 >= most) {
            refuse(batch, error);
            return null;
        }
        return batch.again(batch.entries());
    }

    private void refuse(Batch batch, S3Error error) {
        for (int entry : batch.entries()) {
            tally.refused(error, batch.page().key(entry));
        }
        budget.giveBack(batch.keys(), batch.bytes());
    }

    private Settlement sort(Batch batch, List<KeyError> errors) {
        Verdicts verdicts = Verdicts.of(batch, errors);
        for (int place : verdicts.refused().stream().toArray()) {
            refuse(batch.only(place), verdicts.error(place));
        }
        for (KeyError stray : verdicts.strays()) {
            tally.refused(stray.error(), stray.key());
        }
        if (verdicts.bucketIsGone()) {
            course.end(EmptyingEnd.GONE, "");
        }
        if (verdicts.throttled() > 0) {
            tally.throttled(verdicts.throttled());
        }
        tally.inVain(verdicts.stumbled());
        int gone = count(batch, verdicts.gone());
        return new Settlement(
                gone,
                verdicts.again().orElse(null),
                verdicts.throttled() > 0,
                isStumble(batch, verdicts));
    }

    /** A few keys that fail say nothing of the server; half of a request does. */
    private static boolean isStumble(Batch batch, Verdicts verdicts) {
        return 2 * verdicts.stumbled() > batch.keys();
    }

    private int count(Batch batch, BitSet gone) {
        int keys = 0;
        int markers = 0;
        long bytes = 0;
        for (int place = gone.nextSetBit(0); place >= 0; place = gone.nextSetBit(place + 1)) {
            int entry = batch.entries()[place];
            keys++;
            markers += batch.page().isMarker(entry) ? 1 : 0;
            bytes += batch.page().size(entry);
        }
        tally.deleted(keys - markers, markers, bytes);
        return keys;
    }
}
