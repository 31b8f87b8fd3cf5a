package org.labjanitor.buckets.emptying;

import java.time.Duration;
import java.util.List;
import org.labjanitor.buckets.emptying.wire.S3Error;
import org.labjanitor.runtime.result.Deletions;

/** What an emptying did so far; tells the listener. Safe for use by many threads. */
final class Tally {
    private static final long BETWEEN_WORDS = Duration.ofMillis(250).toNanos();

    private final String bucket;
    private final EmptyingListener listener;
    private long lastWord = System.nanoTime() - BETWEEN_WORDS;
    private long listed;
    private long versions;
    private long markers;
    private long uploads;
    private long bytes;
    private long keysInVain;
    private long throttles;
    private boolean listingDone;
    private Refusals refusals = new Refusals();
    private Refusals uploadRefusals = new Refusals();
    private Refusals refusalsBefore = new Refusals();

    Tally(String bucket, EmptyingListener listener) {
        this.bucket = bucket;
        this.listener = listener;
    }

    /** Begins another pass, in which what was refused is met again. */
    synchronized void beginPass() {
        refusalsBefore = refusals;
        refusals = new Refusals();
        listed = versions + markers; // What else was listed is listed again.
        listingDone = false;
    }

    void listed(long entries) {
        synchronized (this) {
            listed += entries;
        }
        tellSometimes();
    }

    synchronized void listingDone() {
        listingDone = true;
    }

    void deleted(long newVersions, long newMarkers, long newBytes) {
        synchronized (this) {
            versions += newVersions;
            markers += newMarkers;
            bytes += newBytes;
        }
        tellSometimes();
    }

    synchronized void uploadAborted() {
        uploads++;
    }

    synchronized void refused(S3Error error, String key) {
        refusals.add(error, key);
    }

    synchronized void uploadRefused(S3Error error, String key) {
        uploadRefusals.add(error, key);
    }

    synchronized void beginUploads() {
        uploadRefusals = new Refusals();
    }

    synchronized void throttled(long keys) {
        throttles++;
        keysInVain += keys;
    }

    synchronized void inVain(long keys) {
        keysInVain += keys;
    }

    synchronized long entriesDeleted() {
        return versions + markers;
    }

    synchronized boolean uploadsRefused() {
        return uploadRefusals.keys() > 0;
    }

    synchronized EmptyingResult result(EmptyingEnd end, String detail) {
        // A pass that was broken off met only some of what the pass before it was refused.
        Refusals told = refusals.keys() >= refusalsBefore.keys() ? refusals : refusalsBefore;
        List<Refusal> all =
                java.util.stream.Stream.concat(told.list().stream(), uploadRefusals.list().stream())
                        .toList();
        return new EmptyingResult(
                end,
                detail,
                new Deletions(versions, markers, uploads, bytes),
                end == EmptyingEnd.EMPTY ? List.of() : all,
                keysInVain,
                throttles);
    }

    void tell() {
        listener.progress(bucket, progress());
    }

    private void tellSometimes() {
        synchronized (this) {
            long now = System.nanoTime();
            if (now - lastWord < BETWEEN_WORDS) {
                return;
            }
            lastWord = now;
        }
        tell();
    }

    private synchronized EmptyingProgress progress() {
        return new EmptyingProgress(
                listed, versions + markers, refusals.keys(), throttles, listingDone);
    }
}
