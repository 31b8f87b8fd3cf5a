package org.labjanitor.buckets.emptying.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Goes through a document of S3's tag by tag, in a fixed buffer and without a string an element.
 * Reads what S3 and its likes write: elements and text; attributes are passed over.
 *
 * <p>A name is its first eight bytes as a number, see {@link #name}: enough to tell the elements
 * apart that S3 uses.
 */
final class XmlScanner {
    /** What {@link #next} says of a closing tag; {@link #closed} names it. */
    static final long CLOSE = 0;

    /** What {@link #next} says at the end of the document. */
    static final long END = -1;

    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_PLAIN_TAG = 32;
    private static final int LONGEST_ENTITY = 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private int depth;
    private long name;
    private boolean closing;
    private boolean closesItself;

    XmlScanner(InputStream in) {
        this.in = in;
    }

    /** The number that stands for a name. */
    static long name(String text) {
        long packed = 0;
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < Math.min(bytes.length, Long.BYTES); i++) {
            packed |= (long) bytes[i] << (56 - 8 * i);
        }
        return packed;
    }

    /** Elements open at this moment. */
    int depth() {
        return depth;
    }

    /** Name of the element that closed last. */
    long closed() {
        return name;
    }

    /**
     * The next tag: the name of an element that opens, {@link #CLOSE} or {@link #END}.
     *
     * @throws EOFException if the document ends within an element
     */
    long next() throws IOException {
        if (closesItself) {
            closesItself = false;
            depth--;
            return CLOSE;
        }
        return plainTag() ? tagRead() : nextOfAnyKind();
    }

    private long tagRead() {
        if (closing) {
            depth--;
            return CLOSE;
        }
        depth++;
        return name;
    }

    /**
     * Reads a tag of a name alone that is wholly in the buffer, as nearly all of them are; false
     * where the next tag is another, which is then still to be read.
     */
    private boolean plainTag() {
        byte[] bytes = buffer;
        int at = position;
        int end = limit;
        while (at < end && bytes[at] != '<') {
            at++;
        }
        position = at;
        if (end - at < LONGEST_PLAIN_TAG) {
            return false;
        }
        boolean slash = bytes[at + 1] == '/';
        at += slash ? 2 : 1;
        long packed = 0;
        int shift = 56;
        int c = bytes[at];
        while (c >= 'A') {
            if (shift >= 0) {
                packed |= (long) c << shift;
                shift -= 8;
            }
            c = ++at < end ? bytes[at] : 0;
        }
        if (c != '>') {
            return false;
        }
        name = packed;
        closing = slash;
        position = at + 1;
        return true;
    }

    private long nextOfAnyKind() throws IOException {
        while (skipPast('<')) {
            int first = need();
            switch (first) {
                case '/' -> {
                    readName(need());
                    depth--;
                    return CLOSE;
                }
                case '?' -> skipPast('>');
                case '!' -> skipComment();
                default -> {
                    readName(first);
                    depth++;
                    return name;
                }
            }
        }
        if (depth != 0) {
            throw new EOFException("the answer ended within an element");
        }
        return END;
    }

    /** Adds the text up to the next tag, entities resolved, to the sink. */
    void text(ByteSink sink) throws IOException {
        if (closesItself) {
            return;
        }
        while (true) {
            int start = position;
            int at = start;
            while (at < limit && buffer[at] != '<' && buffer[at] != '&') {
                at++;
            }
            sink.add(buffer, start, at - start);
            position = at;
            if (at == limit) {
                if (!fill()) {
                    return;
                }
            } else if (buffer[at] == '&') {
                position++;
                entity(sink);
            } else {
                return;
            }
        }
    }

    private void readName(int first) throws IOException {
        long packed = 0;
        int shift = 56;
        int c = first;
        while (c != '>' && c != ' ' && c != '/' && c != '\n' && c != '\r' && c != '\t') {
            if (shift >= 0) {
                packed |= (long) c << shift;
                shift -= 8;
            }
            c = need();
        }
        name = packed;
        if (c != '>') {
            closesItself = skipAttributes(c);
        }
    }

    /** Passes over the rest of a tag; true if it closes itself. */
    private boolean skipAttributes(int first) throws IOException {
        int before = first;
        int quote = 0;
        while (true) {
            int c = need();
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return before == '/';
            }
            before = c;
        }
    }

    private void skipComment() throws IOException {
        if (need() != '-') {
            throw new IOException("the answer holds a part that S3 does not write");
        }
        int dashes = 0;
        while (true) {
            int c = need();
            if (c == '>' && dashes >= 2) {
                return;
            }
            dashes = c == '-' ? dashes + 1 : 0;
        }
    }

    private void entity(ByteSink sink) throws IOException {
        StringBuilder entity = new StringBuilder(LONGEST_ENTITY);
        int c = need();
        while (c != ';') {
            if (entity.length() == LONGEST_ENTITY) {
                throw new IOException("the answer holds an unknown entity: &" + entity);
            }
            entity.append((char) c);
            c = need();
        }
        String text = resolve(entity.toString());
        sink.add(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resolve(String entity) throws IOException {
        String known =
                switch (entity) {
                    case "amp" -> "&";
                    case "lt" -> "<";
                    case "gt" -> ">";
                    case "quot" -> "\"";
                    case "apos" -> "'";
                    default -> "";
                };
        if (!known.isEmpty()) {
            return known;
        }
        try {
            if (entity.startsWith("#x")) {
                return Character.toString(Integer.parseInt(entity.substring(2), 16));
            }
            if (entity.startsWith("#")) {
                return Character.toString(Integer.parseInt(entity.substring(1)));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the answer holds an unknown entity: &" + entity, e);
        }
        throw new IOException("the answer holds an unknown entity: &" + entity);
    }

    private boolean skipPast(char wanted) throws IOException {
        while (true) {
            int at = position;
            while (at < limit) {
                if (buffer[at++] == wanted) {
                    position = at;
                    return true;
                }
            }
            position = at;
            if (!fill()) {
                return false;
            }
        }
    }

    private int need() throws IOException {
        if (position == limit && !fill()) {
            throw new EOFException("the answer ended within a tag");
        }
        return buffer[position++];
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(read, 0);
        return read > 0;
    }
}
