package org.labjanitor.buckets.emptying.wire;

import java.nio.charset.StandardCharsets;

/** Writes the body of a DeleteObjects request. */
final class XmlBody {
    private static final byte[] HEAD =
            ascii("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Quiet>true</Quiet>");
    private static final byte[] KEY = ascii("<Object><Key>");
    private static final byte[] VERSION = ascii("</Key><VersionId>");
    private static final byte[] END = ascii("</VersionId></Object>");
    private static final byte[] TAIL = ascii("</Delete>");

    /** What stands for a byte in text; null where the byte stands for itself. */
    private static final byte[][] ESCAPES = escapes();

    private final ByteSink bytes;

    private XmlBody(int capacity) {
        bytes = new ByteSink(capacity);
    }

    /** The body that names these entries of the page, with their versions. */
    static byte[] delete(KeyPage page, int[] entries) {
        int average = page.count() == 0 ? 0 : page.weight() / page.count();
        XmlBody body = new XmlBody(256 + entries.length * (average + 64));
        body.bytes.add(HEAD);
        for (int entry : entries) {
            body.bytes.add(KEY);
            page.writeKey(entry, body);
            body.bytes.add(VERSION);
            page.writeVersionId(entry, body);
            body.bytes.add(END);
        }
        body.bytes.add(TAIL);
        return body.bytes.toBytes();
    }

    /** Adds text, escaped. */
    void text(byte[] source, int from, int to) {
        int start = from;
        for (int at = from; at < to; at++) {
            byte c = source[at];
            if (c >= 0 && ESCAPES[c] != null) {
                bytes.add(source, start, at - start);
                bytes.add(ESCAPES[c]);
                start = at + 1;
            }
        }
        bytes.add(source, start, to - start);
    }

    /**
     * Whether a document of XML 1.0 can hold the text: it has no place for most control characters,
     * for U+FFFE and for U+FFFF, not even as references (section 2.2).
     */
    static boolean canHold(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            byte c = text[at];
            if (c >= 0) {
                if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                    return false;
                }
            } else if (c == (byte) 0xEF
                    && at + 2 < to
                    && text[at + 1] == (byte) 0xBF
                    && (text[at + 2] & 0xFE) == 0xBE) {
                return false;
            }
        }
        return true;
    }

    private static byte[][] escapes() {
        byte[][] escapes = new byte[128][];
        escapes['&'] = ascii("&amp;");
        escapes['<'] = ascii("&lt;");
        escapes['>'] = ascii("&gt;");
        // A parser would turn these into spaces or line feeds.
        escapes['\t'] = ascii("&#9;");
        escapes['\n'] = ascii("&#10;");
        escapes['\r'] = ascii("&#13;");
        return escapes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
