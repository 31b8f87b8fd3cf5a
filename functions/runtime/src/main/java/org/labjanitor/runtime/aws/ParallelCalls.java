package org.labjanitor.runtime.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * Runs calls in parallel, a bounded number at a time. On platform threads: the network poller that
 * virtual ones need keeps a Java process from ending for a third of a second.
 */
public final class ParallelCalls {
    private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

    private final int atOnce;
    private final Semaphore permits;

    public ParallelCalls(int atOnce) {
        this.atOnce = atOnce;
        this.permits = new Semaphore(atOnce);
    }

    /**
     * The results in the order of the calls; the first exception of a call, after all have ended.
     */
    public <T> List<T> all(List<? extends Callable<T>> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        int most = Math.min(atOnce, calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(most, DAEMONS)) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(threads.submit(() -> permitted(call)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        }
    }

    private <T> T permitted(Callable<T> call) throws Exception {
        permits.acquire();
        try {
            return call.call();
        } finally {
            permits.release();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calls were under way", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a call failed", e.getCause());
        }
    }
}
