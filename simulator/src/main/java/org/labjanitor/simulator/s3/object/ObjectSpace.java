package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.s3.bucket.Versioning;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Everything in one bucket, in the order of its keys. The public methods are the lab's way behind
 * the scenes: they seed and count, and know neither permissions nor locks. Safe for use by many
 * threads; a key's versions are changed by one at a time.
 */
public final class ObjectSpace {
    private static final int CHUNK = 1_024;

    /** Last modification of what is seeded without a time of its own. */
    public static final Instant SEEDED = Instant.parse("2026-10-01T08:00:00Z");

    /** Size in bytes of what is seeded without one. */
    public static final long SEEDED_SIZE = 1_024;

    private final KeyIndex index = new KeyIndex();
    private final AtomicLong sequence = new AtomicLong();
    private final ETags etags = new ETags();
    private final Uploads uploads = new Uploads();
    private final Trouble trouble = new Trouble();

    /** Everything that can go wrong with this bucket on demand. */
    public Trouble trouble() {
        return trouble;
    }

    Uploads pendingUploads() {
        return uploads;
    }

    ETags etags() {
        return etags;
    }

    KeyIndex index() {
        return index;
    }

    // seeding

    /**
     * Adds objects of {@link #SEEDED_SIZE} bytes in class STANDARD, as if written before versioning
     * was thought of. Fastest where the keys ascend in the order of their UTF-8 bytes.
     *
     * @param key the key of each number from 0 up to {@code count - 1}; all different, and none
     *     already there
     */
    public void seed(long count, LongFunction<String> key) {
        seed(count, key, SEEDED_SIZE, StorageClasses.STANDARD, SEEDED);
    }

    /** Adds objects of a size in bytes, a storage class and a time. */
    public void seed(
            long count,
            LongFunction<String> key,
            long size,
            String storageClass,
            Instant lastModified) {
        int number = StorageClasses.number(storageClass);
        long modified = lastModified.toEpochMilli();
        inChunks(
                count,
                key,
                (keys, filled) ->
                        index.addAll(
                                keys,
                                filled,
                                ignored ->
                                        new NewVersion(
                                                sequence.incrementAndGet(),
                                                true,
                                                false,
                                                size,
                                                modified,
                                                number,
                                                null)));
    }

    /**
     * Adds keys with several versions each, as if written while versioning was on.
     *
     * @param deleted whether a delete marker is the latest of each key
     */
    public void seedVersions(
            long count, LongFunction<String> key, int versionsPerKey, boolean deleted) {
        long modified = SEEDED.toEpochMilli();
        inChunks(
                count,
                key,
                (keys, filled) -> {
                    for (int i = 0; i < versionsPerKey; i++) {
                        index.addAll(keys, filled, ignored -> version(modified, false));
                    }
                    if (deleted) {
                        index.addAll(keys, filled, ignored -> version(modified, true));
                    }
                });
    }

    private NewVersion version(long modified, boolean marker) {
        long number = sequence.incrementAndGet();
        return marker
                ? NewVersion.marker(number, false, modified)
                : new NewVersion(number, false, false, SEEDED_SIZE, modified, 0, null);
    }

    private interface Chunk {
        void add(byte[][] keys, int filled);
    }

    /** Makes keys outside of any lock, and hands them on by the thousand. */
    private static void inChunks(long count, LongFunction<String> key, Chunk chunk) {
        byte[][] keys = new byte[CHUNK][];
        int filled = 0;
        for (long i = 0; i < count; i++) {
            keys[filled++] = Keys.bytes(key.apply(i));
            if (filled == CHUNK) {
                chunk.add(keys, filled);
                filled = 0;
            }
        }
        chunk.add(keys, filled);
    }

    /**
     * Writes an object as if before versioning, in place of one that is there.
     *
     * @param size in bytes; the content consists of zero bytes
     * @param storageClass such as {@code GLACIER}
     */
    public void put(String key, long size, String storageClass, Instant lastModified) {
        write(
                Keys.bytes(key),
                new Write(Versioning.NEVER, lastModified, size, storageClass, Detail.PLAIN, null));
    }

    /** Adds a version with an id of its own, as if versioning were on, and answers the id. */
    public String putVersion(String key, long size, Instant lastModified) {
        return write(
                        Keys.bytes(key),
                        new Write(
                                Versioning.ENABLED,
                                lastModified,
                                size,
                                StorageClasses.STANDARD,
                                Detail.PLAIN,
                                null))
                .id()
                .text();
    }

    /** Adds a delete marker with an id of its own, and answers the id. */
    public String deleteMarker(String key) {
        Deletion deletion = new Deletion(Versioning.ENABLED, SEEDED, false, null);
        return delete(Keys.bytes(key), null, deletion).id().text();
    }

    /** Starts a multipart upload that nobody ends, and answers its id. */
    public String openUpload(String key) {
        return uploads.start(Keys.bytes(key), SEEDED, StorageClasses.STANDARD, Detail.PLAIN, null)
                .id();
    }

    /**
     * Puts a legal hold on a version, or takes it off.
     *
     * @param versionId null for the latest version
     */
    public void legalHold(String key, @Nullable String versionId, boolean on) {
        change(
                Keys.bytes(key),
                id(versionId),
                detail -> detail.withProtection(detail.protection().withHold(on)));
    }

    /**
     * Retains a version.
     *
     * @param versionId null for the latest version
     * @param mode {@code GOVERNANCE} or {@code COMPLIANCE}
     */
    public void retention(String key, @Nullable String versionId, String mode, Instant until) {
        if (!mode.equals(Protection.GOVERNANCE) && !mode.equals(Protection.COMPLIANCE)) {
            throw new IllegalArgumentException("GOVERNANCE or COMPLIANCE, not: " + mode);
        }
        change(
                Keys.bytes(key),
                id(versionId),
                detail -> detail.withProtection(detail.protection().withRetention(mode, until)));
    }

    private static @Nullable VersionId id(@Nullable String text) {
        return text == null
                ? null
                : VersionId.parse(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException("not a version id: " + text));
    }

    // counting

    /** Number of objects as a plain listing shows them: keys whose latest is no delete marker. */
    public long count() {
        LongAdder count = new LongAdder();
        index.forEachBlock(block -> {
            for (int row = 0; row < block.rows(); row = block.endOfKey(row)) {
                int latest = block.latest(row);
                if (latest >= 0 && !block.isMarker(latest)) {
                    count.increment();
                }
            }
        });
        return count.sum();
    }

    /** Number of versions, current ones included, delete markers not. */
    public long versions() {
        LongAdder count = new LongAdder();
        index.forEachBlock(block -> count.add(block.live() - block.liveMarkers()));
        return count.sum();
    }

    /** Number of delete markers. */
    public long markers() {
        LongAdder count = new LongAdder();
        index.forEachBlock(block -> count.add(block.liveMarkers()));
        return count.sum();
    }

    /** Number of multipart uploads that were neither completed nor aborted. */
    public long uploads() {
        return uploads.count();
    }

    /** Bytes of all versions by storage class; uploads are not counted. */
    public Map<String, Long> bytesByStorageClass() {
        Map<String, Long> bytes = new TreeMap<>();
        index.forEachBlock(block -> {
            for (int row = 0; row < block.rows(); row++) {
                if (!block.isGone(row) && !block.isMarker(row)) {
                    String name = StorageClasses.name(block.storageClass(row));
                    bytes.merge(name, block.size(row), Long::sum);
                }
            }
        });
        return bytes;
    }

    /** Whether nothing keeps the bucket from being deleted: no version, no delete marker. */
    public boolean isEmpty() {
        return versions() + markers() == 0;
    }

    /** Removes everything, whatever protects it: versions, markers, uploads. */
    public void clear() {
        index.clear();
        uploads.clear();
    }

    // what the operations do

    /**
     * Writes an object as the bucket's versioning wants it.
     *
     * @throws AwsError PreconditionFailed, NoSuchKey where the condition does not hold
     */
    StoredVersion write(byte[] key, Write write) {
        int storageClass = StorageClasses.number(write.storageClass());
        return index.withRoom(
                key,
                block -> {
                    int first = block.find(key);
                    new Preconditions(this).check(write.condition(), block, first);
                    if (write.versioning() != Versioning.ENABLED) {
                        removeNullVersion(block, first);
                    }
                    NewVersion version =
                            new NewVersion(
                                    sequence.incrementAndGet(),
                                    write.versioning() != Versioning.ENABLED,
                                    false,
                                    write.size(),
                                    write.now().toEpochMilli(),
                                    storageClass,
                                    write.detail().equals(Detail.PLAIN) ? null : write.detail());
                    block.insert(key, version);
                    return stored(block, block.latest(block.find(key)), true);
                });
    }

    private static void removeNullVersion(Block block, int firstRow) {
        int row = firstRow < 0 ? -1 : block.version(firstRow, VersionId.NULL);
        if (row >= 0) {
            block.remove(row);
        }
    }

    /**
     * Deletes a key or one of its versions, as the bucket's versioning wants it.
     *
     * @param id null to delete the key: with versioning this adds a marker
     */
    Removal delete(byte[] key, @Nullable VersionId id, Deletion deletion) {
        boolean addsMarker = id == null && deletion.versioning() != Versioning.NEVER;
        return addsMarker
                ? index.withRoom(key, block -> mark(block, key, deletion))
                : index.inBlock(
                        key,
                        block -> remove(block, key, id == null ? VersionId.NULL : id, deletion));
    }

    private Removal remove(Block block, byte[] key, VersionId id, Deletion deletion) {
        int first = block.find(key);
        Removal refusal = new Preconditions(this).refusal(deletion.ifMatch(), block, first);
        if (refusal != null) {
            return refusal;
        }
        int row = first < 0 ? -1 : block.version(first, id);
        if (row < 0) {
            return Removal.NOTHING;
        }
        Detail detail = block.detail(row);
        if (detail != null
                && detail.protection().forbidsDeleting(deletion.now(), deletion.bypass())) {
            return Removal.LOCKED;
        }
        boolean marker = block.isMarker(row);
        block.remove(row);
        if (marker) {
            return new Removal(Removal.Kind.MARKER_REMOVED, id);
        }
        return id.isNull() ? Removal.NULL_VERSION : new Removal(Removal.Kind.VERSION_REMOVED, id);
    }

    private Removal mark(Block block, byte[] key, Deletion deletion) {
        int first = block.find(key);
        Removal refusal = new Preconditions(this).refusal(deletion.ifMatch(), block, first);
        if (refusal != null) {
            return refusal;
        }
        boolean suspended = deletion.versioning() == Versioning.SUSPENDED;
        if (suspended) {
            removeNullVersion(block, first);
        }
        long number = sequence.incrementAndGet();
        block.insert(key, NewVersion.marker(number, suspended, deletion.now().toEpochMilli()));
        VersionId id = suspended ? VersionId.NULL : VersionId.of(number);
        return new Removal(Removal.Kind.MARKER_ADDED, id);
    }

    /**
     * A version or marker, if it is there.
     *
     * @param id null for the latest
     */
    Optional<StoredVersion> find(byte[] key, @Nullable VersionId id) {
        return index.inBlock(
                key,
                block -> {
                    int row = row(block, key, id);
                    return row < 0
                            ? Optional.empty()
                            : Optional.of(stored(block, row, block.latest(block.find(key)) == row));
                });
    }

    /** Changes what a version has beyond its row; false where there is no such version. */
    boolean tryChange(byte[] key, @Nullable VersionId id, UnaryOperator<Detail> change) {
        return index.inBlock(
                key,
                block -> {
                    int row = row(block, key, id);
                    if (row < 0 || block.isMarker(row)) {
                        return false;
                    }
                    Detail old = block.detail(row);
                    block.detail(row, change.apply(old == null ? Detail.PLAIN : old));
                    return true;
                });
    }

    private void change(byte[] key, @Nullable VersionId id, UnaryOperator<Detail> change) {
        if (!tryChange(key, id, change)) {
            throw new IllegalArgumentException(
                    "no such version: " + Keys.text(key) + (id == null ? "" : " " + id.text()));
        }
    }

    private static int row(Block block, byte[] key, @Nullable VersionId id) {
        int first = block.find(key);
        if (first < 0) {
            return -1;
        }
        return id == null ? block.latest(first) : block.version(first, id);
    }

    /** Entity tag of a row, without quotes. */
    String etag(Block block, int row) {
        Detail detail = block.detail(row);
        String own = detail == null ? null : detail.etag();
        return own == null ? Keys.text(etags.ofZeros(block.size(row))) : own;
    }

    private StoredVersion stored(Block block, int row, boolean latest) {
        Detail detail = block.detail(row);
        return new StoredVersion(
                block.hasNullId(row) ? VersionId.NULL : VersionId.of(block.sequence(row)),
                latest,
                block.isMarker(row),
                block.size(row),
                Instant.ofEpochMilli(block.modified(row)),
                StorageClasses.name(block.storageClass(row)),
                block.isMarker(row) ? "" : etag(block, row),
                detail == null ? Detail.PLAIN : detail);
    }
}
