package org.labjanitor.cli.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.runtime.aws.ParallelCalls;

/**
 * Uploads files: the small ones several at once, the big ones one after the other with several
 * parts at once. So memory holds no more than a few small files, however much there is.
 */
public final class Uploader {
    private static final int AT_ONCE = 6;

    private final Destination destination;
    private final StopSignal stop;

    public Uploader(Destination destination, StopSignal stop) {
        this.destination = destination;
        this.stop = stop;
    }

    /** Uploads all; one that cannot be uploaded does not stop the others. */
    public Uploaded run(Sources sources, UploadListener listener) {
        // Of their own: a small file that has grown since would wait for itself.
        ParallelCalls parts = new ParallelCalls(AT_ONCE);
        Order order =
                new Order(new FileUpload(destination, new Meter(sources, listener), stop, parts));
        List<Callable<Boolean>> small = new ArrayList<>();
        List<Source> big = new ArrayList<>();
        for (Source source : sources.files()) {
            if (source.size() <= PartSize.USUAL) {
                small.add(() -> order.carryOut(source));
            } else {
                big.add(source);
            }
        }
        new ParallelCalls(AT_ONCE).all(small);
        big.forEach(order::carryOut);
        return order.result(sources);
    }

    private final class Order {
        private final FileUpload upload;
        private final AtomicLong files = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final List<NotUploaded> failed = Collections.synchronizedList(new ArrayList<>());

        Order(FileUpload upload) {
            this.upload = upload;
        }

        /** Whether the file is there now. */
        boolean carryOut(Source source) {
            if (stop.isGiven()) {
                return false;
            }
            try {
                upload.run(source);
                files.incrementAndGet();
                bytes.addAndGet(source.size());
                return true;
            } catch (UploadStoppedException e) {
                return false;
            } catch (UploadFailedException e) {
                failed.add(new NotUploaded(source.file(), String.valueOf(e.getMessage())));
                return false;
            }
        }

        Uploaded result(Sources sources) {
            List<NotUploaded> all = new ArrayList<>(sources.left());
            all.addAll(failed);
            return new Uploaded(files.get(), bytes.get(), all, stop.isGiven());
        }
    }
}
