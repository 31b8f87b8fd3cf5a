package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The multipart uploads of a bucket that are under way, by key and then by when they started. */
final class Uploads {
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Upload> byId = new ConcurrentHashMap<>();
    private final NavigableSet<Upload> inOrder =
            new ConcurrentSkipListSet<>(
                    Comparator.comparing(Upload::key, Arrays::compareUnsigned)
                            .thenComparingLong(Upload::number));

    /** One part, as it was uploaded last. */
    record Part(
            int number,
            Content content,
            String etag,
            Instant modified,
            Map<String, String> checksums) {
        Part {
            checksums = Map.copyOf(checksums);
        }
    }

    /**
     * An upload under way.
     *
     * @param detail what the object will have besides content and tag
     * @param plan the checksum that was asked for at the start
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by number only
    record Upload(
            byte[] key,
            long number,
            String id,
            Instant started,
            String storageClass,
            Detail detail,
            @Nullable ChecksumPlan plan,
            NavigableMap<Integer, Part> parts) {}

    Upload start(
            byte[] key,
            Instant now,
            String storageClass,
            Detail detail,
            @Nullable ChecksumPlan plan) {
        long number = numbers.incrementAndGet();
        String id =
                VersionId.of(number).text()
                        + ETags.of(("upload" + number).getBytes(StandardCharsets.US_ASCII));
        Upload upload =
                new Upload(
                        key,
                        number,
                        id,
                        now,
                        storageClass,
                        detail,
                        plan,
                        new ConcurrentSkipListMap<>());
        byId.put(id, upload);
        inOrder.add(upload);
        return upload;
    }

    /** The upload, if it is under way and belongs to the key. */
    Optional<Upload> find(byte[] key, String id) {
        return Optional.ofNullable(byId.get(id)).filter(upload -> Arrays.equals(upload.key(), key));
    }

    /** Ends the upload; false where somebody else has. */
    boolean end(Upload upload) {
        inOrder.remove(upload);
        return byId.remove(upload.id(), upload);
    }

    Iterator<Upload> iterator() {
        return inOrder.iterator();
    }

    int count() {
        return byId.size();
    }

    void clear() {
        byId.clear();
        inOrder.clear();
    }
}
