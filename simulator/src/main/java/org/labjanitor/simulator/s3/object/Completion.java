package org.labjanitor.simulator.s3.object;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;

/** The parts that an upload is to be completed from, as the caller lists them. */
record Completion(List<Named> parts) {
    /**
     * "5 MiB to 5 GiB. There is no minimum size limit on the last part" (S3 user guide, qfacts).
     */
    private static final int LEAST_PART = 5 << 20;

    private static final byte[] ROOT = XmlBytes.ascii("CompleteMultipartUpload");
    private static final byte[] PART = XmlBytes.ascii("Part");
    private static final byte[] NUMBER = XmlBytes.ascii("PartNumber");
    private static final byte[] ETAG = XmlBytes.ascii("ETag");

    /** A part as the caller names it. */
    record Named(int number, String etag, Map<String, String> checksums) {
        Named {
            checksums = Map.copyOf(checksums);
        }
    }

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
        Map<String, String> checksums = new TreeMap<>();
        while (scanner.startsElement()) {
            if (scanner.nameIs(NUMBER)) {
                number = number(Keys.text(scanner.elementText()));
            } else if (scanner.nameIs(ETAG)) {
                etag = Preconditions.unquoted(Keys.text(scanner.elementText()));
            } else {
                String element = scanner.name();
                checksums.put(
                        element.toLowerCase(Locale.ROOT).replace("checksum", "x-amz-checksum-"),
                        Keys.text(scanner.elementText()));
            }
        }
        return new Named(number, etag, checksums);
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

    /** A checksum that is made of the parts' checksums needs each of them said again. */
    void requireChecksums(@Nullable ChecksumPlan plan) {
        if (plan == null || !plan.composite()) {
            return;
        }
        for (Named named : parts) {
            if (!named.checksums().containsKey(plan.header())) {
                throw AwsError.badRequest(
                        "InvalidRequest",
                        "The upload was created using a %s checksum. The complete request must include the checksum for each part. It was missing for part %d in the request."
                                .formatted(
                                        plan.algorithm().toLowerCase(Locale.ROOT), named.number()));
            }
        }
    }

    /** The bytes of all parts that are named. */
    Content assemble(Map<Integer, Uploads.Part> uploaded) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        contents(uploaded).forEach(all::writeBytes);
        return new Content(all.toByteArray());
    }

    /**
     * The bytes of each part that is named.
     *
     * @throws AwsError InvalidPart, EntityTooSmall
     */
    List<byte[]> contents(Map<Integer, Uploads.Part> uploaded) {
        List<byte[]> contents = new ArrayList<>();
        for (Named named : parts) {
            byte[] bytes = part(uploaded, named).content().bytes();
            if (bytes.length < LEAST_PART && named.number() != parts.getLast().number()) {
                throw tooSmall(named, bytes.length);
            }
            contents.add(bytes);
        }
        return contents;
    }

    private static AwsError tooSmall(Named named, int size) {
        return AwsError.badRequest(
                        "EntityTooSmall",
                        "Your proposed upload is smaller than the minimum allowed size")
                .withDetail("ProposedSize", String.valueOf(size))
                .withDetail("MinSizeAllowed", String.valueOf(LEAST_PART))
                .withDetail("PartNumber", String.valueOf(named.number()))
                .withDetail("ETag", named.etag());
    }

    private static Uploads.Part part(Map<Integer, Uploads.Part> uploaded, Named named) {
        Uploads.Part part = uploaded.get(named.number());
        if (part == null || !part.etag().equals(named.etag()) || !agree(part, named)) {
            throw AwsError.badRequest(
                    "InvalidPart",
                    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.");
        }
        return part;
    }

    /** A checksum that the completion repeats is the one that the part came with. */
    private static boolean agree(Uploads.Part part, Named named) {
        return named.checksums().entrySet().stream()
                .allMatch(said -> said.getValue().equals(part.checksums().get(said.getKey())));
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
