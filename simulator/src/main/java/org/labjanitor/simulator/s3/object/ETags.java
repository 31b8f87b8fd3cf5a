package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Entity tags: the MD5 of the content in hexadecimal digits. A seeded object consists of zero
 * bytes, so its tag follows from its size; one too big to be digested has the tag of a multipart
 * upload.
 */
final class ETags {
    private static final long LARGEST_DIGESTED = 1L << 20;
    private static final int REMEMBERED = 10_000;

    private final Map<Long, byte[]> bySize = new ConcurrentHashMap<>();

    static String of(byte[] content) {
        return HexFormat.of().formatHex(md5().digest(content));
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** The tag of so many zero bytes, in ASCII. */
    byte[] ofZeros(long size) {
        byte[] known = bySize.get(size);
        if (known != null) {
            return known;
        }
        byte[] tag = compute(size).getBytes(StandardCharsets.US_ASCII);
        if (bySize.size() < REMEMBERED) {
            bySize.put(size, tag);
        }
        return tag;
    }

    private static String compute(long size) {
        if (size <= LARGEST_DIGESTED) {
            return of(new byte[(int) size]);
        }
        long parts = Math.ceilDiv(size, 8L << 20);
        return of(("zeros " + size).getBytes(StandardCharsets.US_ASCII)) + "-" + parts;
    }
}
