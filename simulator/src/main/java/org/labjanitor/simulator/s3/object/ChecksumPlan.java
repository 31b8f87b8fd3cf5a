package org.labjanitor.simulator.s3.object;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.wire.AwsError;

/**
 * How the checksum of an object that comes in parts is made ("Checking object integrity", S3 user
 * guide): out of its parts' checksums, or over the whole object.
 *
 * @param algorithm such as {@code CRC32}
 * @param composite false for a checksum over the whole object
 */
record ChecksumPlan(String algorithm, boolean composite) {
    private static final Set<String> DIGESTS = Set.of("SHA1", "SHA256");
    private static final String ONLY_WHOLE = "CRC64NVME";
    private static final String TYPE = "x-amz-checksum-type";

    /** What S3 does for an upload that asks for nothing. */
    static final ChecksumPlan DEFAULT = new ChecksumPlan(ONLY_WHOLE, false);

    /** What the start of an upload asks for; empty where it says nothing. */
    static Optional<ChecksumPlan> of(HttpCall call) {
        Optional<String> type = call.header(TYPE);
        Optional<String> algorithm =
                call.header("x-amz-checksum-algorithm").map(name -> name.toUpperCase(Locale.ROOT));
        if (algorithm.isEmpty() && type.isPresent()) {
            throw AwsError.badRequest(
                    "InvalidRequest",
                    "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }
        return algorithm.map(name -> new ChecksumPlan(name, isComposite(name, type.orElse(null))));
    }

    private static boolean isComposite(String algorithm, @Nullable String type) {
        boolean composite = type == null ? !algorithm.equals(ONLY_WHOLE) : type.equals("COMPOSITE");
        boolean possible = composite ? !algorithm.equals(ONLY_WHOLE) : !DIGESTS.contains(algorithm);
        if (!possible) {
            throw AwsError.badRequest(
                    "InvalidRequest",
                    "The %s checksum type cannot be used with the %s checksum algorithm."
                            .formatted(type, algorithm.toLowerCase(Locale.ROOT)));
        }
        return composite;
    }

    String header() {
        return "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT);
    }

    /** The headers that tell the checksum of an object made of those parts. */
    Map<String, String> headers(List<byte[]> parts, byte[] whole) {
        return Map.of(header(), value(parts, whole), TYPE, type());
    }

    String type() {
        return composite ? "COMPOSITE" : "FULL_OBJECT";
    }

    private String value(List<byte[]> parts, byte[] whole) {
        if (!composite) {
            return Checksums.compute(algorithm, whole);
        }
        ByteArrayOutputStream sums = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            sums.writeBytes(Base64.getDecoder().decode(Checksums.compute(algorithm, part)));
        }
        return Checksums.compute(algorithm, sums.toByteArray()) + "-" + parts.size();
    }
}
