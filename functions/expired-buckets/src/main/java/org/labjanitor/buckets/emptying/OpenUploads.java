package org.labjanitor.buckets.emptying;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.labjanitor.buckets.emptying.wire.BucketCalls;
import org.labjanitor.buckets.emptying.wire.CallFailedException;
import org.labjanitor.buckets.emptying.wire.ListMarker;
import org.labjanitor.buckets.emptying.wire.S3Error;
import org.labjanitor.buckets.emptying.wire.UploadsPage;
import org.labjanitor.buckets.emptying.wire.UploadsPage.OpenUpload;
import org.labjanitor.runtime.aws.ParallelCalls;

/** Aborts the open multipart uploads of a bucket until a listing shows none. */
final class OpenUploads {
    private static final int AT_ONCE = 32;
    private static final int MOST_ROUNDS = 4;

    private final BucketCalls calls;
    private final Course course;
    private final Repeater repeater;
    private final Tally tally;
    private final ParallelCalls parallel = new ParallelCalls(AT_ONCE);

    OpenUploads(BucketCalls calls, Course course, Repeater repeater, Tally tally) {
        this.calls = calls;
        this.course = course;
        this.repeater = repeater;
        this.tally = tally;
    }

    /** Aborts all that can be aborted; what cannot is left in the tally as refused. */
    void abort() {
        for (int round = 1; round <= MOST_ROUNDS && course.goesOn(); round++) {
            tally.beginUploads();
            // Parts that are just being sent can make an upload survive: hence the next round.
            if (!abortRound()) {
                return;
            }
        }
    }

    /** Goes through the listing once; true if it aborted something. */
    private boolean abortRound() {
        long aborted = 0;
        ListMarker marker = ListMarker.START;
        while (true) {
            ListMarker from = marker;
            Optional<UploadsPage> page = repeater.call(() -> calls.listUploads(from));
            if (page.isEmpty()) {
                return false;
            }
            aborted += abort(page.get().uploads());
            ListMarker next = page.get().next();
            if (next == null) {
                return aborted > 0;
            }
            marker = next;
        }
    }

    private long abort(List<OpenUpload> uploads) {
        AtomicLong aborted = new AtomicLong();
        List<Callable<Boolean>> aborts =
                uploads.stream()
                        .map(upload -> (Callable<Boolean>) () -> abort(upload, aborted))
                        .toList();
        try {
            parallel.all(aborts);
        } catch (IllegalStateException e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
            course.interrupted();
        }
        return aborted.get();
    }

    private boolean abort(OpenUpload upload, AtomicLong aborted) {
        int failures = 0;
        while (course.goesOn()) {
            try {
                calls.abortUpload(upload);
                tally.uploadAborted();
                aborted.incrementAndGet();
                return true;
            } catch (CallFailedException e) {
                failures++;
                if (isSettled(e, upload, failures)) {
                    return false;
                }
            }
            course.pause(Backoff.after(failures));
        }
        return false;
    }

    private boolean isSettled(CallFailedException failure, OpenUpload upload, int failures) {
        S3Error.Kind kind = failure.kind();
        if (kind == S3Error.Kind.ABSENT) {
            return true;
        }
        if (kind == S3Error.Kind.NO_BUCKET || failure.isOfCredentials()) {
            course.end(failure);
            return true;
        }
        if (kind == S3Error.Kind.LASTING || failures >= Backoff.TRIES) {
            tally.uploadRefused(failure.error(), upload.key());
            return true;
        }
        return false;
    }
}
