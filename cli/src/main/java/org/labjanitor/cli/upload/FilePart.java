package org.labjanitor.cli.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * A part of an open file, read from the start again for each attempt to send it. Nothing of it is
 * held in memory.
 */
final class FilePart implements ContentStreamProvider {
    private final FileChannel channel;
    private final long offset;
    private final long length;
    private final Meter meter;
    private final BooleanSupplier stopped;
    private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();

    /** A part; {@code stopped} is asked again and again while it is read. */
    FilePart(FileChannel channel, long offset, long length, Meter meter, BooleanSupplier stopped) {
        this.channel = channel;
        this.offset = offset;
        this.length = length;
        this.meter = meter;
        this.stopped = stopped;
    }

    long length() {
        return length;
    }

    @Override
    public InputStream newStream() {
        Reading reading = new Reading();
        Reading before = latest.getAndSet(reading);
        if (before != null) {
            meter.sent(-before.read.get());
        }
        return reading;
    }

    /** The checksum of what was read last. */
    Crc32 checksum() {
        Reading reading = latest.get();
        return reading == null
                ? Crc32.empty()
                : new Crc32((int) reading.crc.getValue(), reading.read.get());
    }

    private final class Reading extends InputStream {
        private final CRC32 crc = new CRC32();
        private final AtomicLong read = new AtomicLong();

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int start, int most) throws IOException {
            long at = read.get();
            if (at == length) {
                return -1;
            }
            if (stopped.getAsBoolean()) {
                throw new UploadStoppedException();
            }
            int wanted = (int) Math.min(most, length - at);
            int got = channel.read(ByteBuffer.wrap(into, start, wanted), offset + at);
            if (got < 0) {
                throw UploadFailedException.changed();
            }
            crc.update(into, start, got);
            read.addAndGet(got);
            meter.sent(got);
            return got;
        }
    }
}
