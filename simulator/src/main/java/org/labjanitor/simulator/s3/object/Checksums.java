package org.labjanitor.simulator.s3.object;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.wire.AwsError;

/** What a call says about the integrity of its body. */
final class Checksums {
    private static final String HEADER = "x-amz-checksum-";
    private static final String TYPE = HEADER + "type";
    private static final String FULL_OBJECT = "FULL_OBJECT";

    private Checksums() {}

    /**
     * Refuses a call that says nothing about its body's integrity, as S3 does where it insists.
     *
     * @throws AwsError InvalidRequest
     */
    static void require(HttpCall call) {
        boolean any =
                call.headers().keySet().stream()
                        .anyMatch(name ->
                                name.startsWith(HEADER)
                                        || name.equals("content-md5")
                                        || name.equals("x-amz-trailer"));
        if (!any) {
            throw AwsError.badRequest(
                    "InvalidRequest",
                    "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }
    }

    /**
     * Compares the body with every checksum that came with it.
     *
     * @return the checksum headers that were right, to be repeated in answers
     * @throws AwsError BadDigest, InvalidDigest
     */
    static Map<String, String> verify(HttpCall call, Payload payload) {
        verifyHash(call);
        requireAnnounced(call, payload);
        call.header("content-md5").ifPresent(md5 -> verifyMd5(md5, payload.bytes()));
        Map<String, String> right = new TreeMap<>();
        call.headers().forEach((name, values) -> verify(name, values.getFirst(), payload, right));
        payload.trailers().forEach((name, value) -> verify(name, value, payload, right));
        if (right.size() > 1) {
            throw AwsError.badRequest(
                    "InvalidRequest",
                    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
        return right;
    }

    /**
     * Compares an object made of parts with the checksum over all of it that its completion names,
     * and its size with the one named (S3 API, CompleteMultipartUpload). A checksum of checksums is
     * not looked at.
     *
     * @throws AwsError BadDigest, InvalidRequest
     */
    static void verifyWhole(HttpCall call, byte[] whole) {
        call.header("x-amz-mp-object-size")
                .filter(size -> !size.equals(String.valueOf(whole.length)))
                .ifPresent(_ -> {
                    throw AwsError.badRequest(
                            "InvalidRequest",
                            "The provided 'x-amz-mp-object-size' header does not match what was computed");
                });
        if (call.header(TYPE).filter(FULL_OBJECT::equals).isPresent()) {
            Payload payload = new Payload(whole, Map.of());
            Map<String, String> right = new TreeMap<>();
            call.headers()
                    .forEach((name, values) -> verify(name, values.getFirst(), payload, right));
        }
    }

    /** The hash that is signed along with a body in one piece. */
    private static void verifyHash(HttpCall call) {
        call.header("x-amz-content-sha256")
                .filter(hash -> hash.matches("[0-9a-f]{64}"))
                .filter(hash -> !hash.equals(hex(digest("SHA-256", call.body()))))
                .ifPresent(hash -> {
                    throw AwsError.badRequest(
                            "XAmzContentSHA256Mismatch",
                            "The provided 'x-amz-content-sha256' header does not match what was computed.");
                });
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void requireAnnounced(HttpCall call, Payload payload) {
        call.header("x-amz-trailer")
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !payload.trailers().containsKey(name))
                .ifPresent(name -> {
                    throw AwsError.badRequest(
                            "MalformedTrailerError",
                            "The request contained trailing data that was not well-formed or did not conform to our published schema.");
                });
    }

    /** The checksum that S3 adds itself to content that comes without one. */
    static Map<String, String> orDefault(Map<String, String> right, byte[] content) {
        Map<String, String> all = new TreeMap<>(right);
        if (right.isEmpty()) {
            all.put(ChecksumPlan.DEFAULT.header(), compute("CRC64NVME", content));
        }
        all.put(TYPE, FULL_OBJECT);
        return all;
    }

    private static void verifyMd5(String header, byte[] body) {
        byte[] wanted;
        try {
            wanted = Base64.getDecoder().decode(header);
        } catch (IllegalArgumentException e) {
            throw AwsError.badRequest(
                    "InvalidDigest", "The Content-MD5 you specified was invalid.");
        }
        if (!Arrays.equals(wanted, ETags.md5().digest(body))) {
            throw AwsError.badRequest(
                    "BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
    }

    private static void verify(
            String name, String value, Payload payload, Map<String, String> right) {
        if (!name.startsWith(HEADER) || isSetting(name)) {
            return;
        }
        String algorithm = name.substring(HEADER.length()).toUpperCase(Locale.ROOT);
        String computed = compute(algorithm, payload.bytes());
        if (value.length() != computed.length()) {
            throw AwsError.badRequest(
                    "InvalidRequest", "Value for " + name + " header is invalid.");
        }
        if (!value.equals(computed)) {
            throw AwsError.badRequest(
                    "BadDigest",
                    "The %s you specified did not match the calculated checksum."
                            .formatted(algorithm));
        }
        right.put(name, value);
    }

    private static boolean isSetting(String header) {
        return header.equals("x-amz-checksum-algorithm")
                || header.equals("x-amz-checksum-mode")
                || header.equals(TYPE);
    }

    static String compute(String algorithm, byte[] body) {
        byte[] sum =
                switch (algorithm) {
                    case "CRC32" -> crc(new CRC32(), body);
                    case "CRC64NVME" -> crc64(body);
                    case "CRC32C" -> crc(new CRC32C(), body);
                    case "SHA1" -> digest("SHA-1", body);
                    case "SHA256" -> digest("SHA-256", body);
                    default -> throw AwsError.notSimulated("the checksum " + algorithm);
                };
        return Base64.getEncoder().encodeToString(sum);
    }

    private static byte[] crc(Checksum checksum, byte[] body) {
        checksum.update(body, 0, body.length);
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array();
    }

    private static byte[] crc64(byte[] body) {
        Crc64Nvme checksum = new Crc64Nvme();
        checksum.update(body, 0, body.length);
        return ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
    }

    private static byte[] digest(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
