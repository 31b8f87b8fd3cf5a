package org.labjanitor.simulator.s3.object;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring keys in columns: a row is a version or a delete marker. Rows ascend by the unsigned
 * bytes of their key, and descend by sequence (newest first) within a key. Millions of rows must
 * fit in a small heap, so a row has no object of its own until somebody gives it a {@link Detail}.
 *
 * <p>Removed rows stay as gaps until half of the block is gaps. All versions of a key share the
 * place of its bytes, so that two rows belong to one key exactly if that place is the same.
 *
 * <p>Whoever calls holds the block's monitor.
 */
final class Block {
    static final int CAPACITY = 512;

    private static final int GONE = 1;
    private static final int MARKER = 2;
    private static final int NULL_ID = 4;
    private static final int CLASS_SHIFT = 3;
    private static final int FIRST_ROWS = 16;
    private static final int FIRST_BYTES = 512;
    private static final int WORTH_COMPACTING = 32;

    private byte[] bytes;
    private int bytesUsed;
    private int[] keyStart;
    private char[] keyLength;
    private long[] sequence;
    private long[] size;
    private long[] modified;
    private byte[] flags;
    private @Nullable Detail @Nullable [] details;
    private int rows;
    private int live;
    private int liveMarkers;

    /** Where the next key is likely to be: calls often come in the order of keys. */
    private int hint;

    Block() {
        this(FIRST_ROWS, FIRST_BYTES);
    }

    private Block(int capacity, int byteCapacity) {
        bytes = new byte[byteCapacity];
        keyStart = new int[capacity];
        keyLength = new char[capacity];
        sequence = new long[capacity];
        size = new long[capacity];
        modified = new long[capacity];
        flags = new byte[capacity];
    }

    int rows() {
        return rows;
    }

    int live() {
        return live;
    }

    int liveMarkers() {
        return liveMarkers;
    }

    /** A block of nothing but versions of one key never splits, however many they are. */
    boolean isFull() {
        return rows >= CAPACITY && keyStart[0] != keyStart[rows - 1];
    }

    // rows

    boolean isGone(int row) {
        return (flags[row] & GONE) != 0;
    }

    boolean isMarker(int row) {
        return (flags[row] & MARKER) != 0;
    }

    boolean hasNullId(int row) {
        return (flags[row] & NULL_ID) != 0;
    }

    long sequence(int row) {
        return sequence[row];
    }

    long size(int row) {
        return size[row];
    }

    /** Last modification in milliseconds since 1970. */
    long modified(int row) {
        return modified[row];
    }

    int storageClass(int row) {
        return flags[row] >>> CLASS_SHIFT;
    }

    @Nullable Detail detail(int row) {
        return details == null ? null : details[row];
    }

    void detail(int row, Detail detail) {
        if (details == null) {
            details = new Detail[keyStart.length];
        }
        details[row] = detail;
    }

    /** The bytes that hold the row's key, from {@link #keyStart} on; not to be changed. */
    byte[] keyBytes() {
        return bytes;
    }

    int keyStart(int row) {
        return keyStart[row];
    }

    int keyLength(int row) {
        return keyLength[row];
    }

    byte[] key(int row) {
        return Arrays.copyOfRange(bytes, keyStart[row], keyStart[row] + keyLength[row]);
    }

    // finding

    /** The first row, gaps included, whose key is not before the given one. */
    int lowerBound(byte[] key) {
        int low = 0;
        int high = rows;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first row of the key, gaps included, or -1. */
    int find(byte[] key) {
        int row = hint < rows && startsKey(hint) && compare(hint, key) == 0 ? hint : search(key);
        if (row >= 0) {
            hint = endOfKey(row);
        }
        return row;
    }

    private boolean startsKey(int row) {
        return row == 0 || keyStart[row - 1] != keyStart[row];
    }

    private int search(byte[] key) {
        int row = lowerBound(key);
        return row < rows && compare(row, key) == 0 ? row : -1;
    }

    private int compare(int row, byte[] key) {
        int start = keyStart[row];
        return Arrays.compareUnsigned(bytes, start, start + keyLength[row], key, 0, key.length);
    }

    boolean isAfterEveryKey(byte[] key) {
        return rows == 0 || compare(rows - 1, key) < 0;
    }

    /** The row after the last one of the key that has its first or any other row here. */
    int endOfKey(int row) {
        int start = keyStart[row];
        int end = row + 1;
        while (end < rows && keyStart[end] == start) {
            end++;
        }
        return end;
    }

    /** The newest version or marker of the key that starts at this row, or -1. */
    int latest(int firstRow) {
        int end = endOfKey(firstRow);
        for (int row = firstRow; row < end; row++) {
            if (!isGone(row)) {
                return row;
            }
        }
        return -1;
    }

    /** The named version or marker of the key that starts at this row, or -1. */
    int version(int firstRow, VersionId id) {
        int end = endOfKey(firstRow);
        for (int row = firstRow; row < end; row++) {
            boolean same = id.isNull() ? hasNullId(row) : sequence[row] == id.sequence();
            if (same && !isGone(row) && hasNullId(row) == id.isNull()) {
                return row;
            }
        }
        return -1;
    }

    // changing

    /** Puts a row in as the newest of its key. The block must not be full. */
    void insert(byte[] key, NewVersion version) {
        int row = isAfterEveryKey(key) ? rows : lowerBound(key);
        boolean known = row < rows && compare(row, key) == 0;
        int start = known ? keyStart[row] : store(key, 0, key.length);
        openGap(row);
        keyStart[row] = start;
        keyLength[row] = (char) key.length;
        sequence[row] = version.sequence();
        size[row] = version.size();
        modified[row] = version.modified();
        flags[row] = flags(version);
        live++;
        liveMarkers += version.marker() ? 1 : 0;
        if (version.detail() != null) {
            detail(row, version.detail());
        }
    }

    private static byte flags(NewVersion version) {
        return (byte)
                ((version.marker() ? MARKER : 0)
                        | (version.nullId() ? NULL_ID : 0)
                        | (version.storageClass() << CLASS_SHIFT));
    }

    private int store(byte[] source, int from, int length) {
        if (bytesUsed + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, bytesUsed + length));
        }
        System.arraycopy(source, from, bytes, bytesUsed, length);
        int start = bytesUsed;
        bytesUsed += length;
        return start;
    }

    private void openGap(int row) {
        if (rows == keyStart.length) {
            resize(2 * rows);
        }
        int after = rows - row;
        if (after > 0) {
            System.arraycopy(keyStart, row, keyStart, row + 1, after);
            System.arraycopy(keyLength, row, keyLength, row + 1, after);
            System.arraycopy(sequence, row, sequence, row + 1, after);
            System.arraycopy(size, row, size, row + 1, after);
            System.arraycopy(modified, row, modified, row + 1, after);
            System.arraycopy(flags, row, flags, row + 1, after);
            if (details != null) {
                System.arraycopy(details, row, details, row + 1, after);
            }
        }
        if (details != null) {
            details[row] = null;
        }
        rows++;
    }

    private void resize(int capacity) {
        keyStart = Arrays.copyOf(keyStart, capacity);
        keyLength = Arrays.copyOf(keyLength, capacity);
        sequence = Arrays.copyOf(sequence, capacity);
        size = Arrays.copyOf(size, capacity);
        modified = Arrays.copyOf(modified, capacity);
        flags = Arrays.copyOf(flags, capacity);
        if (details != null) {
            details = Arrays.copyOf(details, capacity);
        }
    }

    /** Gives back what growing has reserved beyond need. */
    void trim() {
        if (rows < keyStart.length) {
            resize(rows);
        }
        if (bytesUsed < bytes.length) {
            bytes = Arrays.copyOf(bytes, bytesUsed);
        }
    }

    /** Turns a row into a gap. Row numbers are void afterwards. */
    void remove(int row) {
        liveMarkers -= isMarker(row) ? 1 : 0;
        flags[row] |= GONE;
        live--;
        if (details != null) {
            details[row] = null;
        }
        if (rows >= WORTH_COMPACTING && live < rows / 2) {
            compact();
        }
    }

    void compact() {
        become(copy(0, rows));
        hint = 0;
    }

    /** Moves about half of the keys into a new block; the caller has made sure there are two. */
    Block split() {
        int boundary = boundary();
        Block upper = copy(boundary, rows);
        become(copy(0, boundary));
        hint = 0;
        return upper;
    }

    /** The first row of a key, as near to the middle as there is one; never 0. */
    private int boundary() {
        int row = rows / 2;
        while (row < rows && !startsKey(row)) {
            row++;
        }
        if (row == rows) {
            row = rows / 2;
            while (!startsKey(row)) {
                row--;
            }
        }
        return row;
    }

    /** The rows from one number up to another without the gaps between them. */
    private Block copy(int from, int to) {
        Block copy = new Block(Math.max(FIRST_ROWS, to - from), FIRST_BYTES);
        int lastStart = -1;
        for (int row = from; row < to; row++) {
            if (!isGone(row)) {
                copy.append(this, row, keyStart[row] == lastStart);
                lastStart = keyStart[row];
            }
        }
        return copy;
    }

    private void append(Block source, int sourceRow, boolean sameKey) {
        int row = rows++;
        keyStart[row] =
                sameKey
                        ? keyStart[row - 1]
                        : store(
                                source.bytes,
                                source.keyStart[sourceRow],
                                source.keyLength[sourceRow]);
        keyLength[row] = source.keyLength[sourceRow];
        sequence[row] = source.sequence[sourceRow];
        size[row] = source.size[sourceRow];
        modified[row] = source.modified[sourceRow];
        flags[row] = source.flags[sourceRow];
        live++;
        liveMarkers += isMarker(row) ? 1 : 0;
        Detail detail = source.detail(sourceRow);
        if (detail != null) {
            detail(row, detail);
        }
    }

    private void become(Block other) {
        bytes = other.bytes;
        bytesUsed = other.bytesUsed;
        keyStart = other.keyStart;
        keyLength = other.keyLength;
        sequence = other.sequence;
        size = other.size;
        modified = other.modified;
        flags = other.flags;
        details = other.details;
        rows = other.rows;
        live = other.live;
        liveMarkers = other.liveMarkers;
    }
}
