package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.wire.AwsError;

/**
 * The body of a call after {@code aws-chunked} is undone ("Signature calculations for trailing
 * headers", S3 API reference). The signatures of chunks are not checked.
 *
 * @param trailers names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Payload(byte[] bytes, Map<String, String> trailers) {
    private static final int LONGEST_LINE = 8_192;

    static Payload of(HttpCall call) {
        boolean chunked =
                call.header("x-amz-content-sha256")
                        .filter(hash -> hash.startsWith("STREAMING-"))
                        .isPresent();
        if (!chunked) {
            return new Payload(call.body(), Map.of());
        }
        Payload payload = new Decoder(call.body()).decode();
        String length = String.valueOf(payload.bytes().length);
        if (call.header("x-amz-decoded-content-length")
                .filter(said -> !said.equals(length))
                .isPresent()) {
            throw incomplete();
        }
        return payload;
    }

    private static AwsError incomplete() {
        return AwsError.badRequest(
                "IncompleteBody",
                "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }

    private static final class Decoder {
        private final byte[] in;
        private final byte[] out;
        private int at;
        private int used;

        Decoder(byte[] body) {
            in = body;
            out = new byte[body.length];
        }

        Payload decode() {
            int size = chunkSize();
            while (size > 0) {
                if (at + size > in.length) {
                    throw incomplete();
                }
                System.arraycopy(in, at, out, used, size);
                used += size;
                at += size;
                if (!line().isEmpty()) {
                    throw incomplete();
                }
                size = chunkSize();
            }
            return new Payload(Arrays.copyOf(out, used), trailers());
        }

        private int chunkSize() {
            String line = line();
            int semicolon = line.indexOf(';');
            try {
                return Integer.parseInt(semicolon < 0 ? line : line.substring(0, semicolon), 16);
            } catch (NumberFormatException e) {
                throw incomplete();
            }
        }

        private Map<String, String> trailers() {
            Map<String, String> trailers = new TreeMap<>();
            while (at < in.length) {
                String line = line();
                int colon = line.indexOf(':');
                if (colon > 0) {
                    trailers.put(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
            }
            return trailers;
        }

        /** Lines end with CR LF; the last one may lack it. */
        private String line() {
            int end = at;
            while (end < in.length && in[end] != '\n') {
                end++;
                if (end - at > LONGEST_LINE) {
                    throw incomplete();
                }
            }
            String line = new String(in, at, end - at, StandardCharsets.ISO_8859_1);
            at = Math.min(end + 1, in.length);
            return line.stripTrailing();
        }
    }
}
