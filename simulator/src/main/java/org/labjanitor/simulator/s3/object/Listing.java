package org.labjanitor.simulator.s3.object;

import java.util.Arrays;

/** One page of a listing while it is being written: entries straight into the answer's bytes. */
abstract class Listing implements KeyIndex.Visitor {
    private static final byte[] PREFIX_OPEN = XmlBytes.ascii("<CommonPrefixes><Prefix>");
    private static final byte[] PREFIX_CLOSE = XmlBytes.ascii("</Prefix></CommonPrefixes>");
    private static final int EXPECTED_ENTRY = 300;

    private final ListRequest request;
    private final byte[] marker;
    private final XmlBytes entries;
    private final XmlBytes prefixes = new XmlBytes(64);
    private int count;
    private boolean truncated;
    private byte[] lastKey = {};
    private boolean lastIsPrefix;

    /**
     * A listing of what comes after a marker.
     *
     * @param marker empty to start at the beginning
     */
    Listing(ListRequest request, byte[] marker) {
        this.request = request;
        this.marker = marker;
        this.entries = new XmlBytes(1_024 + request.maxKeys() * EXPECTED_ENTRY);
    }

    /** Fills the page from the first key on that may be on it. */
    void run(KeyIndex index, byte[] from) {
        if (request.maxKeys() > 0) {
            index.scan(Keys.max(from, request.prefix()), this);
        }
    }

    /** What the listing says about a row. */
    abstract void write(XmlBytes out, Block block, int row);

    /** Where to look after the last row; called once a page, when it is full. */
    abstract void remember(Block block, int row);

    XmlBytes entries() {
        return entries;
    }

    XmlBytes prefixes() {
        return prefixes;
    }

    ListRequest request() {
        return request;
    }

    int count() {
        return count;
    }

    boolean isTruncated() {
        return truncated;
    }

    /** The last key or common prefix on the page. */
    byte[] lastKey() {
        return lastKey;
    }

    boolean lastIsPrefix() {
        return lastIsPrefix;
    }

    /** The row that could be on the page next. */
    Step offer(Block block, int row) {
        byte[] bytes = block.keyBytes();
        int start = block.keyStart(row);
        int length = block.keyLength(row);
        if (!Keys.startsWith(bytes, start, length, request.prefix())) {
            return Step.END;
        }
        int rolledUp = request.commonPrefixLength(bytes, start, length);
        if (rolledUp > 0) {
            return offerPrefix(Arrays.copyOfRange(bytes, start, start + rolledUp));
        }
        if (count == request.maxKeys()) {
            truncated = true;
            return Step.END;
        }
        count++;
        write(entries, block, row);
        if (count == request.maxKeys()) {
            lastKey = block.key(row);
            lastIsPrefix = false;
            remember(block, row);
        }
        return Step.ON;
    }

    /** A common prefix that was the marker has been on the page before. */
    private Step offerPrefix(byte[] prefix) {
        if (Arrays.equals(prefix, marker)) {
            return Step.to(Keys.afterPrefix(prefix));
        }
        if (count == request.maxKeys()) {
            truncated = true;
            return Step.END;
        }
        count++;
        prefixes.raw(PREFIX_OPEN);
        key(prefixes, prefix, 0, prefix.length);
        prefixes.raw(PREFIX_CLOSE);
        lastKey = prefix;
        lastIsPrefix = true;
        return Step.to(Keys.afterPrefix(prefix));
    }

    void key(XmlBytes out, byte[] utf8, int from, int length) {
        if (request.urlEncoding()) {
            out.urlEncoded(utf8, from, length);
        } else {
            out.text(utf8, from, length);
        }
    }

    void keyElement(XmlBytes out, String name, byte[] utf8) {
        out.raw("<" + name + ">");
        key(out, utf8, 0, utf8.length);
        out.raw("</" + name + ">");
    }
}
