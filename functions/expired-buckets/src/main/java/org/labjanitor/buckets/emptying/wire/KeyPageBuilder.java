package org.labjanitor.buckets.emptying.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Collects the entries of a page while it is read, and decodes the keys when it is through: only
 * some servers say at the start whether keys are encoded.
 */
final class KeyPageBuilder {
    private static final int USUAL_PAGE = 1000;
    private static final byte[] NULL_VERSION = "null".getBytes(StandardCharsets.US_ASCII);

    private final ByteSink text = new ByteSink(64 * USUAL_PAGE);
    private final ByteSink versionId = new ByteSink(64);
    private final BitSet markers = new BitSet();
    private int[] bounds = new int[2 * USUAL_PAGE + 1];
    private long[] sizes = new long[USUAL_PAGE];
    private int count;
    private int keyEnd;
    private long size;

    void begin() {
        versionId.clear();
        keyEnd = text.length();
        size = 0;
    }

    void key(XmlScanner xml) throws IOException {
        xml.text(text);
        keyEnd = text.length();
    }

    void versionId(XmlScanner xml) throws IOException {
        versionId.clear();
        xml.text(versionId);
    }

    void size(long bytes) {
        size = bytes;
    }

    void end(boolean marker) {
        if (count == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * count);
            bounds = Arrays.copyOf(bounds, 4 * count + 1);
        }
        if (versionId.length() == 0) {
            text.add(NULL_VERSION);
        } else {
            text.add(versionId.array(), 0, versionId.length());
        }
        bounds[2 * count + 1] = keyEnd;
        bounds[2 * count + 2] = text.length();
        sizes[count] = marker ? 0 : size;
        markers.set(count, marker);
        count++;
    }

    KeyPage build(boolean encoded) {
        BitSet odd = new BitSet();
        byte[] bytes = text.array();
        int to = 0;
        int from = 0;
        for (int entry = 0; entry < count; entry++) {
            int end = bounds[2 * entry + 1];
            int start = to;
            to = encoded ? UrlText.decode(bytes, from, end, to) : move(bytes, from, end, to);
            odd.set(entry, !XmlBody.canHold(bytes, start, to));
            bounds[2 * entry + 1] = to;
            from = bounds[2 * entry + 2];
            to = move(bytes, end, from, to);
            bounds[2 * entry + 2] = to;
        }
        return new KeyPage(
                Arrays.copyOf(bytes, to),
                Arrays.copyOf(bounds, 2 * count + 1),
                Arrays.copyOf(sizes, count),
                markers,
                odd);
    }

    private static int move(byte[] bytes, int from, int end, int to) {
        if (from != to) {
            System.arraycopy(bytes, from, bytes, to, end - from);
        }
        return to + end - from;
    }
}
