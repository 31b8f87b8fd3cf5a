package org.labjanitor.simulator.s3.object;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;

/**
 * The body of a {@code DeleteObjects}.
 *
 * @param quiet whether only errors are to be told
 */
record DeleteRequest(List<Entry> entries, boolean quiet) {
    private static final int MOST_KEYS = 1_000;
    private static final byte[] DELETE = XmlBytes.ascii("Delete");
    private static final byte[] OBJECT = XmlBytes.ascii("Object");
    private static final byte[] QUIET = XmlBytes.ascii("Quiet");
    private static final byte[] KEY = XmlBytes.ascii("Key");
    private static final byte[] VERSION_ID = XmlBytes.ascii("VersionId");
    private static final byte[] ETAG = XmlBytes.ascii("ETag");
    private static final byte[] SIZE = XmlBytes.ascii("Size");
    private static final byte[] MODIFIED = XmlBytes.ascii("LastModifiedTime");

    /**
     * What is to be deleted.
     *
     * @param versionText null for the key itself
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Entry(byte[] key, byte @Nullable [] versionText) {}

    /**
     * Reads the body.
     *
     * @throws AwsError MalformedXML, also for more than 1,000 keys and for none
     */
    static DeleteRequest read(byte[] body) {
        XmlScanner scanner = new XmlScanner(body);
        if (scanner.next() != XmlScanner.Token.START || !scanner.nameIs(DELETE)) {
            throw XmlScanner.malformed();
        }
        List<Entry> entries = new ArrayList<>();
        boolean quiet = false;
        while (scanner.startsElement()) {
            if (scanner.nameIs(OBJECT)) {
                entries.add(readObject(scanner));
            } else if (scanner.nameIs(QUIET)) {
                quiet = Keys.text(scanner.elementText()).strip().equals("true");
            } else {
                throw XmlScanner.malformed();
            }
        }
        if (scanner.next() != XmlScanner.Token.END_OF_DOCUMENT
                || entries.isEmpty()
                || entries.size() > MOST_KEYS) {
            throw XmlScanner.malformed();
        }
        return new DeleteRequest(entries, quiet);
    }

    private static Entry readObject(XmlScanner scanner) {
        byte[] key = {};
        byte @Nullable [] version = null;
        while (scanner.startsElement()) {
            if (scanner.nameIs(KEY)) {
                key = scanner.elementText();
            } else if (scanner.nameIs(VERSION_ID)) {
                version = scanner.elementText();
            } else {
                throw unexpected(scanner);
            }
        }
        if (key.length == 0) {
            throw XmlScanner.malformed();
        }
        return new Entry(key, version);
    }

    private static AwsError unexpected(XmlScanner scanner) {
        if (scanner.nameIs(ETAG) || scanner.nameIs(SIZE) || scanner.nameIs(MODIFIED)) {
            return new AwsError(
                    "NotImplemented",
                    "the lab does not know the condition %s of DeleteObjects"
                            .formatted(scanner.name()),
                    501);
        }
        return XmlScanner.malformed();
    }
}
