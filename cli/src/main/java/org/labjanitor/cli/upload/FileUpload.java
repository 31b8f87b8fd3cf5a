package org.labjanitor.cli.upload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.cli.upload.Destination.TakenPart;
import org.labjanitor.cli.upload.Destination.Target;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Uploads one file. Whether it stayed the same while it was read is looked at before anything of it
 * is to be seen in the bucket.
 */
final class FileUpload {
    private final Destination destination;
    private final Meter meter;
    private final StopSignal stop;
    private final ParallelCalls parallel;

    FileUpload(Destination destination, Meter meter, StopSignal stop, ParallelCalls parallel) {
        this.destination = destination;
        this.meter = meter;
        this.stop = stop;
        this.parallel = parallel;
    }

    /**
     * Uploads the file.
     *
     * @throws UploadFailedException if it is not there as it is here
     * @throws UploadStoppedException if it was stopped; nothing of the file is left in the bucket
     */
    void run(Source source) {
        Target target = new Target(source.key(), ContentTypes.of(source.key()));
        try {
            FileState before = FileState.of(source.file());
            if (before.size() <= PartSize.USUAL) {
                put(source.file(), before, target);
            } else {
                inParts(source.file(), before, target);
            }
        } catch (IOException e) {
            throw new UploadFailedException(SourceSearch.why(e));
        }
        meter.done();
    }

    private void put(Path file, FileState before, Target target) throws IOException {
        byte[] content = Files.readAllBytes(file);
        before.requireUnchanged(file);
        if (stop.isGiven()) {
            throw new UploadStoppedException();
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        Crc32 whole = new Crc32((int) crc.getValue(), content.length);
        try {
            requireSame(whole, destination.put(target, content, whole));
        } catch (SdkException e) {
            throw new UploadFailedException(destination.words("s3:PutObject", target, e));
        }
        meter.sent(content.length);
    }

    private void inParts(Path file, FileState before, Target target) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            String upload = open(target);
            try {
                List<Sent> parts = new Parts(target, upload, channel, before.size()).all();
                before.requireUnchanged(file);
                complete(target, upload, parts);
            } catch (IOException | RuntimeException e) {
                abort(target, upload, e);
                throw e;
            }
        }
    }

    private String open(Target target) {
        try {
            return destination.open(target);
        } catch (SdkException e) {
            throw new UploadFailedException(
                    destination.words("s3:PutObject (CreateMultipartUpload)", target, e));
        }
    }

    private void complete(Target target, String upload, List<Sent> parts) {
        Crc32 whole = parts.stream().map(Sent::checksum).reduce(Crc32.empty(), Crc32::and);
        CompletedMultipartUpload list =
                CompletedMultipartUpload.builder()
                        .parts(parts.stream().map(Sent::completed).toList())
                        .build();
        try {
            requireSame(whole, destination.complete(target, upload, list, whole));
        } catch (SdkException e) {
            // Where the answer was lost, a second attempt finds no upload any more.
            if (!destination.holds(target, whole)) {
                throw new UploadFailedException(
                        destination.words("s3:PutObject (CompleteMultipartUpload)", target, e));
            }
        }
    }

    private static void requireSame(Crc32 here, String there) {
        if (!there.equals(here.text())) {
            throw new UploadFailedException(
                    "S3 names %s as its checksum, but the file's is %s"
                            .formatted(there.isEmpty() ? "none" : there, here.text()));
        }
    }

    private void abort(Target target, String upload, Exception because) {
        try {
            destination.abort(target, upload);
        } catch (SdkException e) {
            if (S3Refusal.of(e).is("NoSuchUpload")) {
                return;
            }
            throw new UploadFailedException(
                    "%s; and its parts are still there, and cost money: %s. The upload's id is %s"
                            .formatted(
                                    because instanceof UploadStoppedException
                                            ? "it was stopped"
                                            : because.getMessage(),
                                    destination.words("s3:AbortMultipartUpload", target, e),
                                    upload));
        }
    }

    /** A part that S3 has. */
    private record Sent(int number, String etag, Crc32 checksum) {
        CompletedPart completed() {
            return CompletedPart.builder()
                    .partNumber(number)
                    .eTag(etag)
                    .checksumCRC32(checksum.text())
                    .build();
        }
    }

    /** All parts of one upload, several at once; the first failure ends the others, too. */
    private final class Parts {
        private final Target target;
        private final String upload;
        private final FileChannel channel;
        private final long size;
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

        Parts(Target target, String upload, FileChannel channel, long size) {
            this.target = target;
            this.upload = upload;
            this.channel = channel;
            this.size = size;
        }

        List<Sent> all() {
            long partSize = PartSize.of(size);
            List<Callable<Sent>> calls = new ArrayList<>();
            for (long offset = 0; offset < size; offset += partSize) {
                long length = Math.min(partSize, size - offset);
                FilePart part = new FilePart(channel, offset, length, meter, this::isOver);
                int number = calls.size() + 1;
                calls.add(() -> sendOrEnd(number, part));
            }
            try {
                return parallel.all(calls);
            } catch (UploadFailedException | UploadStoppedException e) {
                RuntimeException first = failure.get();
                throw first == null ? e : first;
            }
        }

        private boolean isOver() {
            return stop.isGiven() || failure.get() != null;
        }

        private Sent sendOrEnd(int number, FilePart part) {
            try {
                if (isOver()) {
                    throw new UploadStoppedException();
                }
                return send(number, part);
            } catch (UploadFailedException e) {
                failure.compareAndSet(null, e);
                throw e;
            }
        }

        private Sent send(int number, FilePart part) {
            try {
                TakenPart taken = destination.send(target, upload, number, part);
                requireSame(part.checksum(), taken.checksum());
                return new Sent(number, taken.etag(), part.checksum());
            } catch (SdkException e) {
                throw cause(e);
            }
        }

        /** What reading the file threw comes back wrapped. */
        private RuntimeException cause(SdkException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof UploadFailedException
                        || cause instanceof UploadStoppedException) {
                    return (RuntimeException) cause;
                }
            }
            return new UploadFailedException(
                    destination.words("s3:PutObject (UploadPart)", target, failed));
        }
    }
}
