package org.labjanitor.buckets.emptying;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.labjanitor.buckets.emptying.wire.BucketCalls;

/** One emptying of one bucket: uploads first, then pass after pass until one meets nothing. */
final class Emptying {
    private static final int FURTHER_PASSES = 3;

    /** As many as there are requests in flight, and no network poller as virtual ones need. */
    private static final ThreadFactory DAEMONS =
            Thread.ofPlatform().daemon().name("emptying-", 0).factory();

    private final boolean versioned;
    private final Job job;
    private final BucketCalls calls;
    private final Course course;
    private final Tally tally;

    Emptying(boolean versioned, Job job) {
        this.versioned = versioned;
        this.job = job;
        this.calls = job.calls();
        this.course = job.course();
        this.tally = job.tally();
    }

    EmptyingResult run() {
        new OpenUploads(calls, course, job.repeater(), tally).abort();
        try (ExecutorService threads = Executors.newCachedThreadPool(DAEMONS)) {
            passes(threads);
        }
        tally.tell();
        Course.End end = course.ended().orElseThrow();
        return tally.result(end.kind(), end.detail());
    }

    private void passes(ExecutorService threads) {
        long before = Long.MAX_VALUE;
        for (int pass = 0; course.goesOn(); pass++) {
            long deletedBefore = tally.entriesDeleted();
            boolean versions = versioned || pass > 0;
            tally.beginPass();
            long met = new Pass(job, source(versions), threads).run();
            if (course.ended().isPresent()) {
                return;
            }
            boolean shrinks = met <= before / 2;
            if (met == 0) {
                judgeNothingLeft(versions);
            } else if (tally.entriesDeleted() == deletedBefore) {
                judgeNothingDeleted();
            } else if (pass >= FURTHER_PASSES && !shrinks) {
                course.end(EmptyingEnd.STILL_WRITTEN_TO, "each pass found more to delete");
            }
            before = met;
        }
    }

    private Pass.PageSource source(boolean versions) {
        return versions ? calls::listVersions : calls::listObjects;
    }

    private void judgeNothingLeft(boolean versions) {
        if (!versions) {
            return; // Only a listing of versions shows that nothing is left.
        }
        if (tally.uploadsRefused()) {
            course.end(EmptyingEnd.NO_PROGRESS, "open uploads could not be aborted");
        } else {
            course.end(EmptyingEnd.EMPTY, "");
        }
    }

    private void judgeNothingDeleted() {
        job.deleter().denial().ifPresent(course::end);
        course.end(EmptyingEnd.NO_PROGRESS, "");
    }
}
