package org.labjanitor.cli.upload;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what was sent and what is done. Safe for use by many threads. */
final class Meter {
    private final UploadListener listener;
    private final long files;
    private final long bytes;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    Meter(Sources sources, UploadListener listener) {
        this.listener = listener;
        this.files = sources.files().size();
        this.bytes = sources.bytes();
    }

    /** So many bytes more; fewer than none where a piece has to be sent again. */
    void sent(long number) {
        sent.addAndGet(number);
        tell();
    }

    void done() {
        done.incrementAndGet();
        tell();
    }

    private void tell() {
        listener.progress(new UploadProgress(done.get(), files, sent.get(), bytes));
    }
}
