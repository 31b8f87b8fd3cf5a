package org.labjanitor.simulator.s3.object;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.labjanitor.simulator.wire.AwsError;

/** The parts that an upload is to be completed from, as the caller lists them. */
record Completion(List<Named> parts) {
    private static final byte[] ROOT = XmlBytes.ascii("CompleteMultipartUpload");
    private static final byte[] PART = XmlBytes.ascii("Part");
    private static final byte[] NUMBER = XmlBytes.ascii("PartNumber");
    private static final byte[] ETAG = XmlBytes.ascii("ETag");

    /** A part as the caller names it. */
    record Named(int number, String etag) {}

    static Completion read(byte[] body) {
        XmlScanner scanner = new XmlScanner(body);
        if (scanner.next() != XmlScanner.Token.START || !scanner.nameIs(ROOT)) {
            throw XmlScanner.malformed();
        }
        List<Named> parts = new ArrayList<>();
        while (scanner.startsElement()) {
            if (!scanner.nameIs(PART)) {
                throw XmlScanner.malformed();
            }
            parts.add(readPart(scanner));
        }
        if (parts.isEmpty()) {
            throw XmlScanner.malformed();
        }
        requireOrder(parts);
        return new Completion(parts);
    }

    private static Named readPart(XmlScanner scanner) {
        int number = 0;
        String etag = "";
        while (scanner.startsElement()) {
            if (scanner.nameIs(NUMBER)) {
                number = number(Keys.text(scanner.elementText()));
            } else if (scanner.nameIs(ETAG)) {
                etag = Preconditions.unquoted(Keys.text(scanner.elementText()));
            } else {
                // Checksums of parts: they were compared when the parts came.
                scanner.elementText();
            }
        }
        return new Named(number, etag);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw XmlScanner.malformed();
        }
        return Integer.parseInt(text);
    }

    private static void requireOrder(List<Named> parts) {
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).number() <= parts.get(i - 1).number()) {
                throw AwsError.badRequest(
                        "InvalidPartOrder",
                        "The list of parts was not in ascending order. Parts must be ordered by part number.");
            }
        }
    }

    /** The bytes of all parts that are named. */
    Content assemble(Map<Integer, Uploads.Part> uploaded) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Named named : parts) {
            all.writeBytes(part(uploaded, named).content().bytes());
        }
        return new Content(all.toByteArray());
    }

    private static Uploads.Part part(Map<Integer, Uploads.Part> uploaded, Named named) {
        Uploads.Part part = uploaded.get(named.number());
        if (part == null || !part.etag().equals(named.etag())) {
            throw AwsError.badRequest(
                    "InvalidPart",
                    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.");
        }
        return part;
    }

    /** The digest of the parts' digests, and their number. */
    String etag(Map<Integer, Uploads.Part> uploaded) {
        MessageDigest digest = ETags.md5();
        for (Named named : parts) {
            digest.update(HexFormat.of().parseHex(part(uploaded, named).etag()));
        }
        return HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
    }
}
