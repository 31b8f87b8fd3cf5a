package org.labjanitor.buckets.emptying.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow at the end; for one thread. */
final class ByteSink {
    private byte[] bytes;
    private int length;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    void add(int value) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) value;
    }

    void add(byte[] source) {
        add(source, 0, source.length);
    }

    void add(byte[] source, int from, int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** The bytes themselves, of which {@link #length} count. */
    byte[] array() {
        return bytes;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    String toText() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
}
