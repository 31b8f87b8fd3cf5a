package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Reads well-formed XML 1.0 from bytes, token by token, without making strings. Namespaces are
 * taken off names, comments and processing instructions left out; document types and CDATA, which
 * no S3 client sends, are refused as malformed.
 */
final class XmlScanner {
    /** What was read. */
    enum Token {
        START,
        END,
        TEXT,
        END_OF_DOCUMENT
    }

    private static final int DEEPEST = 32;
    private static final int LONGEST_ENTITY = 12;

    private final byte[] in;
    private int at;
    private int nameStart;
    private int nameLength;
    private boolean endIsDue;
    private boolean rootSeen;
    private final int[] openStart = new int[DEEPEST];
    private final int[] openLength = new int[DEEPEST];
    private int depth;
    private byte[] text = new byte[256];
    private int textLength;

    XmlScanner(byte[] document) {
        in = document;
        if (document.length >= 3
                && document[0] == (byte) 0xEF
                && document[1] == (byte) 0xBB
                && document[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    static AwsError malformed() {
        return AwsError.badRequest(
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    /** Elements that are open. */
    int depth() {
        return depth;
    }

    boolean nameIs(byte[] name) {
        return nameLength == name.length
                && Arrays.equals(in, nameStart, nameStart + nameLength, name, 0, name.length);
    }

    String name() {
        return new String(in, nameStart, nameLength, StandardCharsets.UTF_8);
    }

    /** The text just read, references resolved. */
    byte[] text() {
        return Arrays.copyOf(text, textLength);
    }

    boolean textIsBlank() {
        for (int i = 0; i < textLength; i++) {
            if (!isSpace(text[i])) {
                return false;
            }
        }
        return true;
    }

    Token next() {
        if (endIsDue) {
            endIsDue = false;
            depth--;
            return Token.END;
        }
        while (at < in.length) {
            if (in[at] != '<') {
                readText();
                if (depth > 0) {
                    return Token.TEXT;
                }
                requireBlank();
            } else if (peek(1) == '?') {
                skipPast("?>");
            } else if (peek(1) == '!') {
                skipComment();
            } else {
                return readTag();
            }
        }
        if (depth > 0 || !rootSeen) {
            throw malformed();
        }
        return Token.END_OF_DOCUMENT;
    }

    /** Moves on to the next element inside of the open one; false at its end. */
    boolean startsElement() {
        Token token = next();
        while (token == Token.TEXT && textIsBlank()) {
            token = next();
        }
        if (token != Token.START && token != Token.END) {
            throw malformed();
        }
        return token == Token.START;
    }

    /** The text up to the end of the element just started, which has no elements in it. */
    byte[] elementText() {
        byte[] result = {};
        Token token = next();
        while (token == Token.TEXT) {
            result = result.length == 0 ? text() : joined(result, text());
            token = next();
        }
        if (token != Token.END) {
            throw malformed();
        }
        return result;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private void requireBlank() {
        if (!textIsBlank()) {
            throw malformed();
        }
    }

    private int peek(int ahead) {
        return at + ahead < in.length ? in[at + ahead] : -1;
    }

    private void skipPast(String end) {
        byte[] sought = XmlBytes.ascii(end);
        int found = Keys.indexOf(in, at, in.length, sought);
        if (found < 0) {
            throw malformed();
        }
        at = found + sought.length;
    }

    private void skipComment() {
        if (peek(2) != '-' || peek(3) != '-') {
            throw malformed();
        }
        at += 4;
        skipPast("-->");
    }

    // tags

    private Token readTag() {
        boolean closing = peek(1) == '/';
        at += closing ? 2 : 1;
        int start = at;
        while (at < in.length && isNameByte(in[at])) {
            at++;
        }
        int length = at - start;
        if (length == 0) {
            throw malformed();
        }
        return closing ? closeTag(start, length) : openTag(start, length);
    }

    private static boolean isNameByte(byte b) {
        return b < 0
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == ':'
                || b == '_'
                || b == '-'
                || b == '.';
    }

    private Token openTag(int start, int length) {
        if (depth == DEEPEST || (depth == 0 && rootSeen)) {
            throw malformed();
        }
        rootSeen = true;
        openStart[depth] = start;
        openLength[depth] = length;
        depth++;
        skipAttributes();
        if (peek(0) == '/') {
            at++;
            endIsDue = true;
        }
        require('>');
        named(start, length);
        return Token.START;
    }

    private Token closeTag(int start, int length) {
        if (depth == 0
                || length != openLength[depth - 1]
                || !Arrays.equals(
                        in,
                        start,
                        start + length,
                        in,
                        openStart[depth - 1],
                        openStart[depth - 1] + length)) {
            throw malformed();
        }
        depth--;
        skipSpace();
        require('>');
        named(start, length);
        return Token.END;
    }

    private void named(int start, int length) {
        nameStart = start;
        nameLength = length;
        for (int i = start; i < start + length; i++) {
            if (in[i] == ':') {
                nameStart = i + 1;
                nameLength = start + length - nameStart;
            }
        }
    }

    private void skipAttributes() {
        skipSpace();
        while (at < in.length && isNameByte(in[at])) {
            while (at < in.length && isNameByte(in[at])) {
                at++;
            }
            skipSpace();
            require('=');
            skipSpace();
            int quote = peek(0);
            if (quote != '"' && quote != '\'') {
                throw malformed();
            }
            at++;
            while (peek(0) != quote) {
                if (at >= in.length || in[at] == '<') {
                    throw malformed();
                }
                at++;
            }
            at++;
            skipSpace();
        }
    }

    private void skipSpace() {
        while (at < in.length && isSpace(in[at])) {
            at++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    private void require(char wanted) {
        if (peek(0) != wanted) {
            throw malformed();
        }
        at++;
    }

    // text

    private void readText() {
        textLength = 0;
        while (at < in.length && in[at] != '<') {
            int start = at;
            while (at < in.length && isPlain(in[at])) {
                at++;
            }
            append(in, start, at - start);
            if (at < in.length && in[at] != '<') {
                readSpecial();
            }
        }
    }

    private static boolean isPlain(byte b) {
        return (b >= ' ' && b != '<' && b != '&')
                || (b < 0 && b != (byte) 0xEF)
                || b == '\n'
                || b == '\t';
    }

    private void readSpecial() {
        switch (in[at]) {
            case '&' -> readReference();
            case '\r' -> {
                // XML makes one line feed of every end of a line.
                at += peek(1) == '\n' ? 2 : 1;
                appendCodePoint('\n');
            }
            case (byte) 0xEF -> {
                if (peek(1) == (byte) 0xBF && (peek(2) == (byte) 0xBE || peek(2) == (byte) 0xBF)) {
                    throw malformed();
                }
                append(in, at, 1);
                at++;
            }
            default -> throw malformed();
        }
    }

    private void readReference() {
        int end = at + 1;
        while (end < in.length && end - at < LONGEST_ENTITY && in[end] != ';') {
            end++;
        }
        if (end >= in.length || in[end] != ';') {
            throw malformed();
        }
        String name = new String(in, at + 1, end - at - 1, StandardCharsets.ISO_8859_1);
        appendCodePoint(codePoint(name));
        at = end + 1;
    }

    private static int codePoint(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numeric(name);
        };
    }

    private static int numeric(String name) {
        try {
            if (name.matches("#x[0-9A-Fa-f]+")) {
                return allowed(Integer.parseInt(name.substring(2), 16));
            }
            if (name.matches("#[0-9]+")) {
                return allowed(Integer.parseInt(name.substring(1)));
            }
        } catch (NumberFormatException e) {
            throw malformed();
        }
        throw malformed();
    }

    /** Char of XML 1.0, section 2.2. */
    private static int allowed(int codePoint) {
        boolean allowed =
                codePoint == '\t'
                        || codePoint == '\n'
                        || codePoint == '\r'
                        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                        || (codePoint >= 0x10000 && codePoint <= 0x10FFFF);
        if (!allowed) {
            throw malformed();
        }
        return codePoint;
    }

    private void appendCodePoint(int codePoint) {
        byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        append(utf8, 0, utf8.length);
    }

    private void append(byte[] source, int from, int length) {
        if (textLength + length > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, textLength + length));
        }
        System.arraycopy(source, from, text, textLength, length);
        textLength += length;
    }
}
