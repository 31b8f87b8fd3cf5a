package org.labjanitor.simulator.s3.object;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link Block} of a key. Blocks divide the keys between them: a block holds the keys
 * from its bound up to the next block's bound.
 *
 * <p>Work inside a block needs its monitor, which is entered under the read lock; a change to the
 * set of blocks needs the write lock, and the monitor of every block it touches.
 */
final class KeyIndex {
    private static final byte[] LOWEST = {};

    private final TreeMap<byte[], Block> blocks = new TreeMap<>(Arrays::compareUnsigned);
    private final Lock reading;
    private final Lock restructuring;

    KeyIndex() {
        ReadWriteLock lock = new ReentrantReadWriteLock();
        reading = lock.readLock();
        restructuring = lock.writeLock();
        blocks.put(LOWEST, new Block());
    }

    /** Looks into a block, and says where to go on. */
    interface Visitor {
        /**
         * Visits the rows of a block from one on; {@link Step#ON} goes on with the following block.
         */
        Step visit(Block block, int row);
    }

    /** Visits the blocks in the order of keys, starting at a key. Blocks may change in between. */
    void scan(byte[] from, Visitor visitor) {
        byte @Nullable [] key = from;
        while (key != null) {
            byte @Nullable [] upper;
            Step next;
            reading.lock();
            boolean locked = true;
            try {
                Map.Entry<byte[], Block> entry = requireNonNull(blocks.floorEntry(key));
                upper = blocks.higherKey(entry.getKey());
                Block block = entry.getValue();
                synchronized (block) {
                    reading.unlock();
                    locked = false;
                    next = visitor.visit(block, block.lowerBound(key));
                }
            } finally {
                if (locked) {
                    reading.unlock();
                }
            }
            if (next.ends()) {
                return;
            }
            key = next.isOn() ? upper : next.jump();
        }
    }

    /** Does something with the block of a key that adds no row. */
    <T> T inBlock(byte[] key, Function<Block, T> action) {
        Map.Entry<byte[], Block> entry;
        T result;
        boolean emptied;
        reading.lock();
        try {
            entry = requireNonNull(blocks.floorEntry(key));
            Block block = entry.getValue();
            synchronized (block) {
                result = action.apply(block);
                emptied = block.live() == 0;
            }
        } finally {
            reading.unlock();
        }
        if (emptied) {
            dropIfEmpty(entry.getKey());
        }
        return result;
    }

    /** Does something with the block of a key that may add one row. */
    <T> T withRoom(byte[] key, Function<Block, T> action) {
        while (true) {
            reading.lock();
            try {
                Block block = requireNonNull(blocks.floorEntry(key)).getValue();
                synchronized (block) {
                    if (!block.isFull()) {
                        return action.apply(block);
                    }
                }
            } finally {
                reading.unlock();
            }
            makeRoom(key);
        }
    }

    /** Adds many rows while nobody else comes in between; fastest where keys ascend. */
    void addAll(byte[][] keys, int count, Function<byte[], NewVersion> version) {
        restructuring.lock();
        try {
            for (int i = 0; i < count; i++) {
                byte[] key = keys[i];
                Block block = blockWithRoom(key);
                synchronized (block) {
                    block.insert(key, version.apply(key));
                }
            }
        } finally {
            restructuring.unlock();
        }
    }

    private Block blockWithRoom(byte[] key) {
        while (true) {
            Block last = blocks.lastEntry().getValue();
            Block block =
                    Arrays.compareUnsigned(blocks.lastKey(), key) <= 0
                            ? last
                            : requireNonNull(blocks.floorEntry(key)).getValue();
            synchronized (block) {
                if (!block.isFull()) {
                    return block;
                }
                divide(block, key);
            }
        }
    }

    private void makeRoom(byte[] key) {
        restructuring.lock();
        try {
            Block block = requireNonNull(blocks.floorEntry(key)).getValue();
            synchronized (block) {
                if (block.isFull()) {
                    divide(block, key);
                }
            }
        } finally {
            restructuring.unlock();
        }
    }

    /** Keys that ascend leave full blocks behind, any others half full ones. */
    private void divide(Block block, byte[] key) {
        if (block.isAfterEveryKey(key)) {
            block.trim();
            blocks.put(key, new Block());
            return;
        }
        block.compact();
        if (block.isFull()) {
            Block upper = block.split();
            blocks.put(upper.key(0), upper);
        }
    }

    /** The lowest block stays, so that every key has a block. */
    private void dropIfEmpty(byte[] bound) {
        if (bound.length == 0) {
            return;
        }
        restructuring.lock();
        try {
            Block block = blocks.get(bound);
            if (block != null) {
                synchronized (block) {
                    if (block.live() == 0) {
                        blocks.remove(bound);
                    }
                }
            }
        } finally {
            restructuring.unlock();
        }
    }

    /** Shows every block, while rows may come and go but blocks do not. */
    void forEachBlock(Consumer<Block> action) {
        reading.lock();
        try {
            for (Block block : blocks.values()) {
                synchronized (block) {
                    action.accept(block);
                }
            }
        } finally {
            reading.unlock();
        }
    }

    void clear() {
        restructuring.lock();
        try {
            blocks.clear();
            blocks.put(LOWEST, new Block());
        } finally {
            restructuring.unlock();
        }
    }
}
